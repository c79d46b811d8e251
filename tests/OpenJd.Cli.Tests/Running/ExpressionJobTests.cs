namespace OpenJd.Cli.Tests.Running;

public sealed class ExpressionJobTests : ConformanceJobTests
{
    public static TheoryData<string> Paths => Of("EXPR");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public Task A_job_runs_as_the_suite_says(string path) => RunAsync(path);
}
