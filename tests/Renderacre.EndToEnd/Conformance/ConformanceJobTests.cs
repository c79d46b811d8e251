using OpenJd.Cli.Tests;
using OpenJd.Cli.Tests.Running;

namespace Renderacre.EndToEnd.Conformance;

/// <summary>
/// The job tests of the official conformance suite, each one call of the program <c>openjd</c> as the suite's runner
/// makes it; two classes, so that two run side by side.
/// </summary>
public abstract class ConformanceJobTests
{
    private protected static TheoryData<string> Of(params string[] components) =>
        [.. components.SelectMany(ConformanceCase.PathsOf)];

    private protected static async Task RunAsync(string path)
    {
        var test = ConformanceCase.Read(path);
        Assert.SkipUnless(test.RunsHere, "the test is for another system");
        Assert.SkipWhen(test.Contradiction is not null, test.Contradiction ?? "");
        using var folder = new TempFolder();

        var run = await OpenJdRun.OfAsync(test.Prepare(folder.Path));

        test.Judge(run.ExitCode, run.Output + run.Error);
    }
}
