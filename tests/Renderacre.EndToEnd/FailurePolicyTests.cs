using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>How jobs say what failure is, on a farm of real processes.</summary>
public sealed class FailurePolicyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_want_of_licences_is_waited_out_without_a_retry()
    {
        await using var farm = await StartAsync();
        Job job = await SubmitAsync(
            farm, "if [ -e tried ]; then echo ok; exit 0; fi; touch tried; echo 'licence: none left'; exit 1",
            new JobPolicy
            {
                LicenceDelay = 1,
                OutputRules = [new OutputRule { Pattern = "licence: none", Action = RuleAction.Licence }],
            });
        TaskInfo task = Assert.Single((await farm.EndedAsync(job.Id)).Tasks);
        Assert.Equal((TaskState.Succeeded, 2), (task.State, task.Attempts));
        Assert.Equal("licence: none left", task.AttemptRecords[0].FailureSummary);
        Assert.True(task.AttemptRecords[1].LeasedAt - task.AttemptRecords[0].CompletedAt >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_task_that_says_too_little_times_out_and_warnings_stay_with_the_attempt()
    {
        await using var farm = await StartAsync();
        Job job = await SubmitAsync(farm, "echo careful; sleep 600", new JobPolicy
        {
            SilenceMax = 1,
            OutputRules = [new OutputRule { Pattern = "careful", Action = RuleAction.Warn }],
        });
        TaskAttempt attempt = Assert.Single(Assert.Single((await farm.EndedAsync(job.Id)).Tasks).AttemptRecords);
        Assert.Equal(LeaseOutcome.TimedOut, attempt.Outcome);
        Assert.Equal("it wrote nothing for 1 s (silence_max)", attempt.FailureSummary);
        Assert.Equal(["careful"], attempt.Warnings);
    }

    [Fact]
    public async Task A_direct_task_is_held_to_the_memory_that_it_asks_for_and_gets_more_when_that_is_not_enough()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", 1, "--label", "amount.worker.memory=1000");
        var memory = new Requirements { Amounts = [new AmountRequirement("amount.worker.memory", 32, null)] };
        Job job = await SubmitAsync(
            farm, "s=600; if [ -e tried ]; then s=1; fi; touch tried; dd if=/dev/zero bs=100M count=1 | sleep $s",
            new JobPolicy { MemoryRetryFactor = 10 }, memory, maxRetries: 1);
        TaskInfo task = Assert.Single((await farm.EndedAsync(job.Id)).Tasks);
        Assert.Equal(
            [LeaseOutcome.OutOfMemory, LeaseOutcome.Succeeded], task.AttemptRecords.Select(each => each.Outcome));
        Assert.EndsWith(
            " of the 32 MiB reserved for it", task.AttemptRecords[0].FailureSummary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_a_template_are_looked_for_by_the_values_of_each_task()
    {
        await using var farm = await StartAsync();
        Job job = await farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "frames",
                Openjd = new OpenJdSubmit { TemplateYaml = Template(""), Parameters = Out(farm) },
                Policy = new JobPolicy { Steps = Checks("{{Param.Out}}/frame_{{zfill(Task.Param.Frame, 4)}}.png") },
            },
            Token);
        JobView ended = await ViewAsync(farm, job);
        Assert.Equal($"output file {farm.PathOf("frame_0002.png")} is missing (output_checks)", ended.Summary);
        Assert.Equal([TaskState.Succeeded, TaskState.Failed, TaskState.Succeeded], ended.States);
    }

    [Fact]
    public async Task Of_a_chunk_the_files_of_all_its_values_are_looked_for()
    {
        await using var farm = await StartAsync();
        Job job = await farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "chunk",
                Openjd = new OpenJdSubmit
                {
                    TemplateYaml = Template(", chunks: {defaultTaskCount: 3, rangeConstraint: CONTIGUOUS}"),
                    Parameters = Out(farm),
                },
                Policy = new JobPolicy { Steps = Checks("{{Param.Out}}/frame_000{{Task.Param.Frame}}.png") },
            },
            Token);
        JobView ended = await ViewAsync(farm, job);
        Assert.Equal($"output file {farm.PathOf("frame_0002.png")} is missing (output_checks)", ended.Summary);
    }

    // Makes frames 1 and 3, whatever range of them it is given.
    private static string Template(string chunks) => $$$"""
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: frames
        parameterDefinitions: [{name: Out, type: PATH}]
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: {{{(chunks.Length > 0 ? "\"CHUNK[INT]\"" : "INT")}}}, range: "1-3"{{{chunks}}}}
          script:
            actions:
              onRun:
                command: sh
                args: [-c, "for f in 1 3; do echo x > {{Param.Out}}/frame_000$f.png; done"]
        """;

    private static Dictionary<string, JsonElement> Out(TempFarm farm) =>
        new() { ["Out"] = JsonSerializer.SerializeToElement(farm.Folder) };

    private static Dictionary<string, StepPolicy> Checks(string path) =>
        new() { ["Render"] = new StepPolicy { OutputChecks = [new OutputCheck { Path = path }] } };

    private static async Task<JobView> ViewAsync(TempFarm farm, Job job)
    {
        IReadOnlyList<TaskInfo> tasks = (await farm.EndedAsync(job.Id)).Tasks;
        return new JobView(
            [.. tasks.Select(task => task.State)],
            tasks.First(task => task.State == TaskState.Failed).AttemptRecords[0].FailureSummary);
    }

    private static async Task<TempFarm> StartAsync()
    {
        var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one");
        return farm;
    }

    private static Task<Job> SubmitAsync(
        TempFarm farm, string script, JobPolicy policy, Requirements? requirements = null, int maxRetries = 0) =>
        farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "job",
                MaxRetries = maxRetries,
                Policy = policy,
                Tasks =
                [
                    new TaskSubmit
                    {
                        Name = "task",
                        Command = new CommandSpec
                        {
                            Executable = "sh",
                            Args = ["-c", script],
                            WorkingDir = farm.Folder,
                        },
                        Requirements = requirements,
                    },
                ],
            },
            Token);

    private sealed record JobView(IReadOnlyList<TaskState> States, string? Summary);
}
