namespace OpenJd.Cli.Tests.Templates;

/// <summary>Recorded runs of the other <c>openjd</c> programs, where ours is to do the same.</summary>
public sealed class OpenJdSampleTests
{
    private static readonly string? Folder = OpenJdSample.Folder;

    /// <summary>Whose outputs are the same to the last character; of faults the words are our own.</summary>
    public static TheoryData<string> Names => ["check-valid-json", "summary-job", "summary-step"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_recorded_run_is_the_same_here(string name)
    {
        Assert.SkipUnless(
            Folder is not null || Environment.GetEnvironmentVariable("CI") == "true",
            "The recorded runs are not on this machine.");
        Assert.NotNull(Folder);
        var samples = OpenJdSample.Read(Path.Combine(Folder, name));
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var run = await CliRun.OfAsync(Path.Combine(Folder, name), sample.Args);

            Assert.True(sample.ExitCode == run.ExitCode, $"{string.Join(' ', sample.Args)}: {run.ExitCode}");
            // Where the other program tells faults to people on standard output, ours does on standard error.
            if (sample.ExitCode == 0 || sample.Output.StartsWith('{'))
                Assert.Equal(sample.Output, run.Output);
            else
                Assert.Equal(sample.Output.Trim(), sample.ExitCode == ExitCode.Usage ? run.Output : run.Error.Trim());
        }
    }

    [Fact]
    public async Task A_wrong_template_is_told_with_all_faults_in_each_format()
    {
        Assert.SkipUnless(Folder is not null, "The recorded runs are not on this machine.");
        var folder = Path.Combine(Folder, "check-invalid");
        string[] places =
        [
            "steps[0] -> script -> actions -> extra", "parameterDefinitions[0] -> default",
            "steps[0] -> script -> actions -> onRun -> args[0]",
        ];

        var text = await CliRun.OfAsync(folder, "check", "template.yaml");
        var yaml = await CliRun.OfAsync(folder, "check", "template.yaml", "--output", "yaml");

        Assert.Equal((ExitCode.Failure, ""), (text.ExitCode, text.Output));
        Assert.Equal((ExitCode.Failure, ""), (yaml.ExitCode, yaml.Error));
        Assert.StartsWith("ERROR: 'template.yaml' failed checks: 3 validation errors\n", text.Error);
        Assert.StartsWith("status: error\nmessage: \"", yaml.Output);
        Assert.All(places, place => Assert.Contains($"\n{place}:\n\t", text.Error, StringComparison.Ordinal));
        Assert.All(places, place => Assert.Contains($"\\n{place}:\\n\\t", yaml.Output, StringComparison.Ordinal));
    }
}
