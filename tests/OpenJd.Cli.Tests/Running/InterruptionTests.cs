namespace OpenJd.Cli.Tests.Running;

public sealed class InterruptionTests
{
    [Fact]
    public async Task An_interrupted_run_stops_what_runs_starts_nothing_more_and_leaves_the_environments()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", """
            specificationVersion: jobtemplate-2023-09
            name: Long
            jobEnvironments:
            - {name: Scene, script: {actions: {onExit: {command: echo, args: [scene left]}}}}
            steps:
            - {name: Wait, script: {actions: {onRun: {command: sh, args: [-c, "echo runs now; exec sleep 600"]}}}}
            - {name: Never, script: {actions: {onRun: {command: echo, args: [never]}}}}
            """);
        using var stop = new CancellationTokenSource();
        await using var output = new StoppingWriter("runs now", stop);
        var host = CliRun.Host(folder.Path) with { Output = output };

        var exitCode = await OpenJdProgram.RunAsync(["run", "t.yaml"], host, stop.Token);

        var text = output.ToString();
        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains("\tInterruption signal recieved.\n", text, StringComparison.Ordinal);
        Assert.Contains("\tOpen Job Description CLI: Cancelling the session...\n", text, StringComparison.Ordinal);
        Assert.Contains("\tscene left\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("never", text, StringComparison.Ordinal);
        Assert.Contains("\nStep: Wait\n", text, StringComparison.Ordinal);
    }

    /// <summary>Interrupts the run once a text is written.</summary>
    private sealed class StoppingWriter(string text, CancellationTokenSource stop) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(text, StringComparison.Ordinal) == true)
                _ = stop.CancelAsync();
        }
    }
}
