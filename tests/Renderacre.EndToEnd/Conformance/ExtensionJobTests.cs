namespace Renderacre.EndToEnd.Conformance;

public sealed class ExtensionJobTests : ConformanceJobTests
{
    public static TheoryData<string> Paths => Of("EXPR", "WRAP_ACTIONS", "REDACTED_ENV_VARS", "TASK_CHUNKING");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Paths))]
    public Task A_job_runs_as_the_suite_says(string path) => RunAsync(path);
}
