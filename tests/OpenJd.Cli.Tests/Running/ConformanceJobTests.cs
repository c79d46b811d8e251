namespace OpenJd.Cli.Tests.Running;

/// <summary>
/// The job tests of the official conformance suite, run by <c>openjd run</c> in this process; a class for each part of
/// it, so that the parts run side by side.
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

        var run = await CliRun.OfAsync(folder.Path, [.. test.Prepare(folder.Path)]);

        test.Judge(run.ExitCode, run.Output + run.Error);
    }
}
