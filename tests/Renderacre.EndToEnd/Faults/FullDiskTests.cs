using Renderacre.Client;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>
/// What holds when a disk is full: clear errors, nothing acknowledged is lost, and no help is needed afterwards.
/// </summary>
public sealed class FullDiskTests
{
    private const int SmallKilobytes = 1500;
    private const int AmpleKilobytes = 64_000;
    private const int SubmissionsMax = 1000;
    private const int MaxRetries = 20;

    private static readonly string Padding = new('x', 4000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_controller_whose_disk_is_full_says_so_and_goes_on_when_there_is_room()
    {
        await using var farm = new TempFarm();
        await using var disk = await SmallDisk.MountAsync(farm.ControllerFolder, SmallKilobytes);
        await farm.StartControllerAsync();

        var (acknowledged, refusal) = await FillAsync(farm);
        Assert.NotNull(refusal);
        Assert.True((int)refusal.Status >= 500, $"{refusal.Status}: {refusal.Message}");
        Assert.Contains("full", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(acknowledged);

        await disk.ResizeAsync(AmpleKilobytes);
        await Eventually.TrueAsync("the controller takes jobs again", async () => await SubmitAsync(farm) is not null);
        await farm.StartWorkerAsync("one", slots: 4);
        foreach (var job in acknowledged)
            Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job)).State);
    }

    [Fact]
    public async Task A_worker_whose_disk_is_full_fails_the_task_clearly_and_goes_on_when_there_is_room()
    {
        const int Bytes = 4_000_000;
        var talk = $"yes | head -c {Bytes}";
        await using var farm = new TempFarm();
        await using var disk = await SmallDisk.MountAsync(farm.PathOf("one"), SmallKilobytes);
        await farm.StartControllerAsync();
        var worker = await farm.StartWorkerAsync("one", slots: 1);

        var failed = await farm.EndedAsync((await farm.SubmitAsync(0, ("talks", talk, []))).Id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("space", failed.Tasks[0].AttemptRecords[0].FailureSummary, StringComparison.OrdinalIgnoreCase);

        var sessions = farm.PathOf("one/sessions");
        await Eventually.TrueAsync(
            "the session is cleared away", () => !Directory.EnumerateFileSystemEntries(sessions).Any());

        // With not a byte left even what to do cannot be kept: that waits for room.
        await File.WriteAllBytesAsync(farm.PathOf("one/filler"), new byte[FillerBytes(farm)], Token);
        var waiting = await farm.SubmitAsync(MaxRetries, ("talks", talk, []));
        await Eventually.TrueAsync("the worker says that it has no room", () =>
            worker.HasExited ? throw new InvalidOperationException(worker.Transcript)
                : worker.Transcript.Contains("the spool cannot be written", StringComparison.Ordinal));
        await disk.ResizeAsync(AmpleKilobytes);

        var talked = await farm.EndedAsync(waiting.Id);
        Assert.Equal(JobState.Succeeded, talked.State);
        Assert.Equal(Bytes, await LogLengthAsync(farm, talked.Tasks[0]));
    }

    [Fact]
    public async Task A_task_that_fills_the_disk_fails_alone_its_environment_is_left_and_the_worker_goes_on()
    {
        await using var farm = new TempFarm();
        await using var disk = await SmallDisk.MountAsync(farm.PathOf("one"), SmallKilobytes);
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);

        // In the working directory, which is on the disk of the worker's spool.
        var failed = await farm.EndedAsync((await SubmitStepAsync(farm, "cat /dev/zero > all-of-it")).Id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("space", failed.Tasks[0].AttemptRecords[0].FailureSummary, StringComparison.OrdinalIgnoreCase);
        await Eventually.TrueAsync("the environment is left", () => farm.Lines("left").Count == 1);

        var next = await farm.EndedAsync((await SubmitStepAsync(farm, "true")).Id);
        Assert.Equal(JobState.Succeeded, next.State);
        await Eventually.TrueAsync("the second one's too", () => farm.Lines("left").Count == 2);
    }

    private static Task<Job> SubmitStepAsync(TempFarm farm, string script)
    {
        var template = """
            specificationVersion: jobtemplate-2023-09
            name: disk
            steps:
            - name: Step
              stepEnvironments:
              - name: Scene
                script: {actions: {onEnter: {command: "true"}, onExit: {command: sh, args: [-c, "echo left >> LEFT"]}}}
              script: {actions: {onRun: {command: sh, args: [-c, "SCRIPT"]}}}
            """
            .Replace("SCRIPT", script, StringComparison.Ordinal)
            .Replace("LEFT", farm.PathOf("left"), StringComparison.Ordinal);
        var submission = new JobSubmit
        {
            Name = "disk",
            MaxRetries = 0,
            Openjd = new OpenJdSubmit { TemplateYaml = template },
        };
        return farm.Client.SubmitAsync(submission, Token);
    }

    [Fact]
    public async Task A_controller_whose_log_disk_is_full_takes_commands_and_gets_every_byte_when_there_is_room()
    {
        const int Bytes = 4_000_000;
        await using var farm = new TempFarm();
        await using var disk = await SmallDisk.MountAsync(Path.Combine(farm.ControllerFolder, "logs"), SmallKilobytes);
        await farm.StartControllerAsync();
        await farm.StartWorkerAsync("one", slots: 1);
        var job = await farm.SubmitAsync(0, ("talks", $"yes | head -c {Bytes}", []));
        await Eventually.TrueAsync("the log disk is full", () => RoomForLogs(farm) == 0);

        var other = await farm.SubmitAsync(0, ("other", "true", []));
        Assert.Equal(JobState.Queued, (await farm.Client.GetJobAsync(other.Id, Token)).State);
        await disk.ResizeAsync(AmpleKilobytes);

        var talked = await farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Succeeded, talked.State);
        Assert.Equal(Bytes, await LogLengthAsync(farm, talked.Tasks[0]));
        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(other.Id)).State);
    }

    private static long RoomForLogs(TempFarm farm) =>
        new DriveInfo(Path.Combine(farm.ControllerFolder, "logs")).AvailableFreeSpace;

    private static long FillerBytes(TempFarm farm) => new DriveInfo(farm.PathOf("one")).AvailableFreeSpace;

    private static async Task<(List<Guid> Acknowledged, FarmException? Refusal)> FillAsync(TempFarm farm)
    {
        var acknowledged = new List<Guid>();
        for (var number = 0; number < SubmissionsMax; number++)
        {
            try
            {
                acknowledged.Add((await farm.SubmitAsync(0, ("small", $"true {Padding}", []))).Id);
            }
            catch (FarmException refusal)
            {
                return (acknowledged, refusal);
            }
        }

        return (acknowledged, null);
    }

    private static async Task<Job?> SubmitAsync(TempFarm farm)
    {
        try
        {
            return await farm.SubmitAsync(0, ("again", "true", []));
        }
        catch (FarmException refusal) when ((int)refusal.Status >= 500)
        {
            return null;
        }
    }

    private static async Task<long> LogLengthAsync(TempFarm farm, TaskInfo task)
    {
        var log = farm.Client.ReadAttemptLogAsync(task.Id, task.AttemptRecords[^1].Id, 0, Token);
        return await log.Select(piece => (long)piece.Length).SumAsync(Token);
    }
}
