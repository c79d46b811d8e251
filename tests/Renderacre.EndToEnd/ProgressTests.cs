using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>How far running tasks are, from their output to the farm's answers.</summary>
public sealed class ProgressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renderer_that_counts_its_samples_is_seen_to_be_so_far_by_a_controller_that_starts_anew_too()
    {
        await using var farm = new TempFarm();
        FarmProcess controller = await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");
        Job job = await farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "job",
                Policy = new JobPolicy
                {
                    OutputRules =
                    [
                        new OutputRule { Pattern = @"Rendered (\d+)/(\d+) samples", Action = RuleAction.Progress },
                    ],
                },
                Tasks = [new TaskSubmit { Name = "task", Command = Renderer(farm) }],
            },
            Token);

        await SeenAsync(farm, job);
        await controller.KillAsync();
        await farm.StartControllerAsync();
        await SeenAsync(farm, job);
        await File.WriteAllTextAsync(farm.PathOf("go"), "", Token);
        TaskInfo ended = Assert.Single((await farm.EndedAsync(job.Id)).Tasks);
        Assert.Equal((TaskState.Succeeded, null, null), (ended.State, ended.Progress, ended.ProgressMessage));
    }

    private static CommandSpec Renderer(TempFarm farm) => new()
    {
        Executable = "sh",
        Args =
        [
            "-c",
            "echo 'openjd_status: lighting'; echo Rendered 12/128 samples; while [ ! -e go ]; do sleep 0.02; done",
        ],
        WorkingDir = farm.Folder,
    };

    private static Task SeenAsync(TempFarm farm, Job job) => Eventually.TrueAsync("progress is seen", async () =>
    {
        TaskInfo task = Assert.Single((await farm.Client.GetJobAsync(job.Id, Token)).Tasks);
        return task is { Progress: 9.375, ProgressMessage: "lighting", AttemptRecords: [{ Progress: 9.375 }] };
    });
}
