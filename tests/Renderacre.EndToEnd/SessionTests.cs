using System.Globalization;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Sessions on a farm: environments entered once a session, and nothing left of one that is over.</summary>
public sealed class SessionTests
{
    private const int Tasks = 200;

    // Without it one session may have run everything before the other's process is there.
    private const string BothEntered = "while [ $(wc -l < FOLDER/enters) -lt 2 ]; do sleep 0.02; done";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sessions_enter_an_environment_once_for_two_hundred_tasks_and_leave_it_once()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 2);
        var job = await SubmitAsync(farm, Tasks, BothEntered);

        var ended = await farm.EndedAsync(job.Id);

        Assert.Equal(JobState.Succeeded, ended.State);
        await AssertEnteredOnceAsync(farm);
        Assert.Equal(
            Enumerable.Range(1, Tasks), farm.Lines("tasks").Select(Number).Order());
        Assert.All(ended.Tasks, task => Assert.Equal(1, task.Attempts));
    }

    [Fact]
    public async Task A_worker_killed_in_the_middle_and_restarted_in_time_loses_no_frame_and_enters_nothing_again()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        var worker = await farm.StartWorkerAsync("one", slots: 2);
        var job = await SubmitAsync(farm, Tasks, BothEntered + "; sleep 0.01");
        await Eventually.TrueAsync("tasks run", () => farm.Lines("tasks").Count >= 20);

        await worker.KillAsync();
        await farm.StartWorkerAsync("one", slots: 2);

        var ended = await farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(Enumerable.Range(1, Tasks), farm.Lines("tasks").Select(Number).Order());
        await AssertEnteredOnceAsync(farm);
    }

    [Fact]
    public async Task A_killed_worker_that_does_not_come_back_leaves_no_process()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        var worker = await farm.StartWorkerAsync("one", 1, "--reattach-seconds", "1");
        // A grandchild in a session of its own that has no mark of the farm in its environment.
        await SubmitAsync(
            farm, 1, $"(env -i setsid sh -c 'echo $$ > {farm.PathOf("stray")}; exec sleep 600' &); sleep 600");
        await Eventually.TrueAsync("the grandchild runs", () => farm.Lines("stray").Count == 1);
        var stray = Number(farm.Lines("stray")[0]);
        Assert.True(Directory.Exists($"/proc/{stray}"));

        await worker.KillAsync();

        await Eventually.TrueAsync(
            "no process of the session is left",
            () => !Directory.Exists($"/proc/{stray}") && MarkedProcesses.Find(farm.Marker).Count == 1);
    }

    [Fact]
    public async Task An_attempt_tells_what_it_used()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", 1);
        var job = await SubmitAsync(farm, 1, "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done");

        var attempt = Assert.Single(Assert.Single((await farm.EndedAsync(job.Id)).Tasks).AttemptRecords);

        Assert.NotNull(attempt.Usage);
        Assert.InRange(attempt.Usage.CpuSeconds, 0.001, 60);
        Assert.InRange(attempt.Usage.PeakMemoryBytes, 1 << 18, 1L << 30);
    }

    [Fact]
    public async Task Too_much_memory_is_an_outcome_of_its_own()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", 1, "--label", "amount.worker.memory=1000");
        var job = await SubmitAsync(
            farm, 1, "dd if=/dev/zero bs=100M count=1 | sleep 600",
            "hostRequirements: {amounts: [{name: amount.worker.memory, min: 32}]}");

        var ended = await farm.EndedAsync(job.Id);

        var attempt = Assert.Single(Assert.Single(ended.Tasks).AttemptRecords);
        Assert.Equal((JobState.Failed, AttemptState.Failed), (ended.State, attempt.State));
        Assert.Equal("OutOfMemory", attempt.Outcome.ToString());
        Assert.EndsWith(" of the 32 MiB reserved for it", attempt.FailureSummary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_at_a_time_see_cards_of_their_own_and_who_asks_for_none_sees_none()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", 3, "--gpu-devices", "4,7");
        const string Together = "echo $CUDA_VISIBLE_DEVICES >> FOLDER/cards; "
            + "while [ $(wc -l < FOLDER/cards) -lt 3 ]; do sleep 0.02; done";
        var asking = await SubmitAsync(
            farm, 2, Together, "hostRequirements: {amounts: [{name: amount.worker.gpu, min: 1}]}");
        var other = await SubmitAsync(farm, 1, Together);

        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(asking.Id)).State);
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(other.Id)).State);
        Assert.Equal(["-1", "4", "7"], farm.Lines("cards").Order(StringComparer.Ordinal));
    }

    // Two sessions do it, and a few more where the last tasks were taken from one that had them ahead.
    private static async Task AssertEnteredOnceAsync(TempFarm farm)
    {
        await Eventually.TrueAsync(
            "each session has left it", () => farm.Lines("exits").Count == farm.Lines("enters").Count);
        Assert.InRange(farm.Lines("enters").Count, 2, Tasks / 20);
    }

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);

    private static Task<Job> SubmitAsync(TempFarm farm, int tasks, string script, string more = "description: none")
    {
        // Words stand for what differs, since the template has braces enough.
        var template = """
            specificationVersion: jobtemplate-2023-09
            name: sessions
            steps:
            - name: Step
              MORE
              parameterSpace: {taskParameterDefinitions: [{name: N, type: INT, range: "1-TASKS"}]}
              stepEnvironments:
              - name: Scene
                script:
                  actions:
                    onEnter: {command: sh, args: [-c, "echo enter >> FOLDER/enters"]}
                    onExit: {command: sh, args: [-c, "echo exit >> FOLDER/exits"]}
              script:
                embeddedFiles:
                - name: Run
                  type: TEXT
                  data: |
                    echo {{Task.Param.N}} >> FOLDER/tasks
                    SCRIPT
                actions: {onRun: {command: sh, args: ["{{Task.File.Run}}"]}}
            """
            .Replace("MORE", more, StringComparison.Ordinal)
            .Replace("TASKS", $"{tasks}", StringComparison.Ordinal)
            .Replace("SCRIPT", script, StringComparison.Ordinal)
            .Replace("FOLDER", farm.Folder, StringComparison.Ordinal);
        var submission = new JobSubmit
        {
            Name = "sessions",
            MaxRetries = 0,
            Openjd = new OpenJdSubmit { TemplateYaml = template },
        };
        return farm.Client.SubmitAsync(submission, Token);
    }
}
