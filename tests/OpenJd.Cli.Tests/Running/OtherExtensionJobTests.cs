namespace OpenJd.Cli.Tests.Running;

public sealed class OtherExtensionJobTests : ConformanceJobTests
{
    public static TheoryData<string> Paths => Of("FEATURE_BUNDLE_1", "REDACTED_ENV_VARS", "TASK_CHUNKING");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public Task A_job_runs_as_the_suite_says(string path) => RunAsync(path);
}
