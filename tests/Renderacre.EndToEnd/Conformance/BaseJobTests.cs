namespace Renderacre.EndToEnd.Conformance;

public sealed class BaseJobTests : ConformanceJobTests
{
    public static TheoryData<string> Paths => Of("base", "FEATURE_BUNDLE_1");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public Task A_job_runs_as_the_suite_says(string path) => RunAsync(path);
}
