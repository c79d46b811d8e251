using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>The whole farm as a user meets it: <c>renderacre up</c>, and the command line beside it.</summary>
public sealed class UpTests
{
    private const string Frames = """
        specificationVersion: jobtemplate-2023-09
        name: frames {{Param.Shot}}
        parameterDefinitions:
        - {name: Shot, type: STRING}
        - {name: Frames, type: STRING, default: "1-2"}
        - {name: OutputDir, type: PATH}
        jobEnvironments:
        - name: Scene
          script:
            actions:
              onEnter: {command: sh, args: [-c, "echo openjd_env: SCENE=sphere"]}
              onExit: {command: sh, args: [-c, "echo left >> {{Param.OutputDir}}/left"]}
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: INT, range: "{{Param.Frames}}"}
          script:
            embeddedFiles:
            - name: Run
              type: TEXT
              data: |
                echo $SCENE {{Task.Param.Frame}} > {{Param.OutputDir}}/frame{{Task.Param.Frame}}
                echo frame {{Task.Param.Frame}} is done
            actions:
              onRun: {command: sh, args: ["{{Task.File.Run}}"]}
        - name: Assemble
          dependencies: [{dependsOn: Render}]
          script:
            actions:
              onRun: {command: sh, args: [-c, "cat {{Param.OutputDir}}/frame* > {{Param.OutputDir}}/sheet"]}
        """;

    private const string Hello = """
        {"name": "hello", "tasks": [
          {"name": "greet", "command": {"executable": "sh", "args": ["-c", "echo hello from the farm"]}}]}
        """;

    [Fact]
    public async Task A_hello_job_runs_and_its_output_can_be_read()
    {
        await using var farm = new TempFarm();
        await UpAsync(farm);
        await File.WriteAllTextAsync(farm.PathOf("hello.json"), Hello, TestContext.Current.CancellationToken);

        var (exitCode, submit) = await farm.RunAsync("submit", farm.PathOf("hello.json"), "--wait");
        Assert.True(exitCode == 0, submit.Transcript);

        var (_, jobs) = await farm.RunAsync("jobs", "--output", "json");
        var listed = JsonSerializer.Deserialize(string.Join("\n", jobs.Output), WireJson.Default.IReadOnlyListJob);
        Assert.NotNull(listed);
        var job = Assert.Single(listed);
        Assert.Equal(JobState.Succeeded, job.State);

        await Eventually.TrueAsync("the log holds the greeting", async () =>
            (await farm.RunAsync("logs", job.Id.ToString()[..8])).Process.Output.Contains("hello from the farm"));
    }

    [Fact]
    public async Task Frames_are_rendered_and_the_step_that_depends_on_them_comes_last()
    {
        await using var farm = new TempFarm();
        await UpAsync(farm);
        await File.WriteAllTextAsync(farm.PathOf("frames.yaml"), Frames, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(farm.PathOf("out"));

        var (exitCode, submit) = await farm.RunAsync(
            "submit", farm.PathOf("frames.yaml"), "--wait", "-p", "Shot=010", "-p", "Frames=1-8", "-p",
                $"OutputDir={farm.PathOf("out")}");

        Assert.True(exitCode == 0, submit.Transcript);
        Assert.Equal(Enumerable.Range(1, 8).Select(frame => $"sphere {frame}"), farm.Lines("out/sheet"));
        var job = Assert.Single(await farm.Client.ListJobsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("frames 010", 9L), (job.Name, job.TaskCounts.Succeeded));
        await Eventually.TrueAsync("every session has left its environment", () => farm.Lines("out/left").Count > 0);
    }

    [Fact]
    public async Task A_farm_that_is_asked_to_end_leaves_no_process_behind()
    {
        await using var farm = new TempFarm();
        var up = await UpAsync(farm);
        const string detached = "(setsid sh -c 'echo detached >> runs; sleep 600' &) ; echo here >> runs; sleep 600";
        await farm.SubmitAsync(0, ("long", detached, []));
        await Eventually.TrueAsync("the task and what it detached run", () => farm.Lines("runs").Count == 2);

        Assert.True(await up.TerminateAsync() == 0, up.Transcript);

        await Eventually.TrueAsync(
            "no process of the farm is left", () => MarkedProcesses.Find(farm.Marker).Count == 0);
    }

    private static async Task<FarmProcess> UpAsync(TempFarm farm)
    {
        var ready = farm.PathOf("up.ready");
        var up = farm.Start(
            ProgramFile.Renderacre,
            ["up", "--bind", farm.Url.Authority, "--data", farm.PathOf("var"), "--slots", "2", "--ready-file", ready],
                []);
        await Eventually.TrueAsync("the farm is ready", () => up.HasExited
            ? throw new InvalidOperationException($"the farm ended:\n{up.Transcript}")
            : File.Exists(ready));
        Assert.Equal(
            farm.Url, new Uri((await File.ReadAllTextAsync(ready, TestContext.Current.CancellationToken)).Trim()));
        return up;
    }
}
