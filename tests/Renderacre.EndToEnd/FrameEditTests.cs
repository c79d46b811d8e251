using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Other frames for a job whose tasks are real processes.</summary>
public sealed class FrameEditTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: frames
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions: [{name: Frame, type: INT, range: 1-3}]
          script:
            embeddedFiles:
            - name: Run
              type: TEXT
              data: |
                echo {{Task.Param.Frame}} >> FOLDER/frames
                [ {{Task.Param.Frame}} -ne 3 ] || sleep 600
            actions: {onRun: {command: sh, args: ["{{Task.File.Run}}"]}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frame_that_runs_is_stopped_when_it_is_removed_and_the_others_are_rendered_once()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);
        Job job = await farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "frames",
                Openjd = new OpenJdSubmit
                {
                    TemplateYaml = Template.Replace("FOLDER", farm.Folder, StringComparison.Ordinal),
                },
            },
            Token);
        await Eventually.TrueAsync("frame 3 runs", () => farm.Lines("frames").Contains("3"));

        var (exitCode, edit) = await farm.RunAsync("edit", $"{job.Id}", "--frames", "0-2,5");

        Assert.True(exitCode == 0, edit.Transcript);
        Job ended = await farm.EndedAsync(job.Id);
        Assert.Equal((JobState.Succeeded, 4L), (ended.State, ended.TasksTotal));
        Assert.Equal(["0", "1", "2", "3", "5"], farm.Lines("frames").Order());
        TaskInfo removed = await farm.Client.GetTaskAsync(job.Tasks[2].Id, Token);
        Assert.Equal((TaskState.Cancelled, true), (removed.State, removed.Removed));
        Assert.Single(removed.AttemptRecords);
    }
}
