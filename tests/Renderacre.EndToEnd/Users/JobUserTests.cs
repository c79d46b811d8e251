using System.Globalization;
using System.Runtime.Versioning;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Users;

/// <summary>Sessions of a real worker as another user, through sudo.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JobUserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_a_session_is_its_users_and_nothing_of_it_stays()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await scene.StartWorkerAsync();
        var job = await scene.SubmitAsync(
            "id -un > NOTES/task; stat -c '%U %a' . \"$0\" > NOTES/modes; env > NOTES/variables; echo told");

        var ended = await scene.Farm.EndedAsync(job.Id);
        await Eventually.TrueAsync(
            "the session's folder is gone", () => !Directory.EnumerateFileSystemEntries(scene.Sessions).Any());

        var user = scene.User.Name;
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal("told\n", ended.Tasks[0].AttemptRecords[0].StdoutTail);
        Assert.All((string[])["enter", "task", "exit"], name => Assert.Equal([user], scene.Lines(name)));
        Assert.Equal([$"{user} 700", $"{user} 500"], scene.Lines("modes").Select(WithoutGroupBit));
        var variables = scene.Lines("variables");
        Assert.Contains($"HOME=/home/{user}", variables);
        Assert.Contains($"USER={user}", variables);
        Assert.Contains(scene.Farm.Marker, variables);
        Assert.DoesNotContain(
            variables, line => line.StartsWith("SUDO_", StringComparison.Ordinal)
                || line.StartsWith("RFARM_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_user_reads_nothing_of_a_session()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await using var other = await TempUser.MakeAsync();
        await scene.StartWorkerAsync();
        var job = await scene.SubmitAsync("echo secret; echo secret > file; touch NOTES/up; sleep 600");
        await Eventually.TrueAsync("the task runs", () => scene.Lines("enter").Count == 1
            && File.Exists(Path.Combine(scene.Notes, "up")));

        var session = Assert.Single(Directory.GetDirectories(scene.Sessions));
        foreach (var path in Directory.EnumerateFileSystemEntries(session, "*", SearchOption.AllDirectories))
        {
            var seen = await other.RunShellAsync($"cat {path}; ls {path}");
            Assert.Contains("Permission denied", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
        }

        Assert.Contains("Permission denied", await other.RunShellAsync($"ls {session}"), StringComparison.Ordinal);
        await scene.Farm.Client.CancelJobAsync(job.Id, Token);
        await scene.Farm.EndedAsync(job.Id);
    }

    [Fact]
    public async Task Cancelling_reaches_all_that_the_user_has_started()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await scene.StartWorkerAsync();
        var job = await scene.SubmitAsync(
            "trap 'cat cancel_info.json > NOTES/info; exit 1' TERM; (env -i setsid sleep 600 &); "
            + "touch NOTES/up; while :; do sleep 0.1; done");
        await Eventually.TrueAsync("the task runs", () => File.Exists(Path.Combine(scene.Notes, "up")));

        await scene.Farm.Client.CancelJobAsync(job.Id, Token);

        Assert.Equal(JobState.Cancelled, (await scene.Farm.EndedAsync(job.Id)).State);
        await Eventually.TrueAsync("the environment is left", () => scene.Lines("exit").Count == 1);
        await Eventually.TrueAsync("no process of the user is left", async () =>
            (await scene.User.RunShellAsync("pgrep -u $(id -u) -x sleep")).Length == 0);
        Assert.Contains("NotifyEnd", string.Join('\n', scene.Lines("info")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_and_started_again_takes_the_session_up()
    {
        await using var scene = await JobUserScene.MakeAsync();
        var worker = await scene.StartWorkerAsync();
        var job = await scene.SubmitAsync(
            "echo run >> NOTES/runs; while [ ! -e NOTES/go ]; do sleep 0.05; done; echo over");
        await Eventually.TrueAsync("the task runs", () => scene.Lines("runs").Count == 1);

        await worker.KillAsync();
        await File.WriteAllTextAsync(Path.Combine(scene.Notes, "go"), "", Token);
        await scene.StartWorkerAsync();

        var ended = await scene.Farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal("over\n", Assert.Single(ended.Tasks[0].AttemptRecords).StdoutTail);
        Assert.Single(scene.Lines("runs"));
    }

    [Fact]
    public async Task What_a_killed_session_host_left_is_ended_and_removed()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await scene.StartWorkerAsync();
        var job = await scene.SubmitAsync(
            "echo $PPID > NOTES/host; (setsid sleep 600 &); echo kept > file; chmod 500 .; sleep 600");
        await Eventually.TrueAsync("the task runs", () => scene.Lines("host").Count == 1);
        PosixSignals.Send(
            int.Parse(scene.Lines("host")[0], CultureInfo.InvariantCulture), PosixSignals.Kill);

        var ended = await scene.Farm.EndedAsync(job.Id);
        Assert.Equal(JobState.Failed, ended.State);
        await Eventually.TrueAsync("no process of the user is left", async () =>
            (await scene.User.RunShellAsync("pgrep -u $(id -u) -x sleep")).Length == 0);
        await Eventually.TrueAsync(
            "the session's folder is gone", () => !Directory.EnumerateFileSystemEntries(scene.Sessions).Any());
    }

    [Fact]
    public async Task A_working_directory_without_the_right_to_write_fails_the_next_task_and_nothing_else()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await scene.StartWorkerAsync();
        var ended = await scene.Farm.EndedAsync((await scene.SubmitAsync("chmod 500 .", tasks: 2)).Id);

        Assert.Equal(JobState.Failed, ended.State);
        Assert.Equal([TaskState.Succeeded, TaskState.Failed], ended.Tasks.Select(task => task.State));
        Assert.Contains("denied", ended.Tasks[1].AttemptRecords[0].FailureSummary, StringComparison.Ordinal);
        await Eventually.TrueAsync("the environment is left", () => scene.Lines("exit").Count == 1);
        await Eventually.TrueAsync(
            "the session's folder is gone", () => !Directory.EnumerateFileSystemEntries(scene.Sessions).Any());

        var next = await scene.Farm.EndedAsync((await scene.SubmitAsync("true")).Id);
        Assert.Equal(JobState.Succeeded, next.State);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_the_workers_start_with_the_remedy()
    {
        await using var scene = await JobUserScene.MakeAsync();
        await using var guest = await TempUser.MakeAsync(scene.User.Name);
        var closed = Directory.CreateTempSubdirectory("renderacre-closed-").FullName;
        var user = scene.User.Name;

        Assert.Contains(
            $"run_as '{guest.Name}': '{user}' could read the files of sessions, being in group '{user}' too",
            await RefusalAsync(scene, guest.Name, scene.Farm.PathOf("two")), StringComparison.Ordinal);
        Assert.Contains(
            $"it cannot get to {closed}/two: a folder above it lets only others through",
            await RefusalAsync(scene, $"{guest.Name}:{guest.OwnGroup}", $"{closed}/two"), StringComparison.Ordinal);
        Assert.Contains(
            "sudo is not in this worker's PATH; install it, or start the worker as that user",
            await RefusalAsync(scene, $"{guest.Name}:{guest.OwnGroup}", scene.Farm.PathOf("two"), path: "/none"),
            StringComparison.Ordinal);
        Directory.Delete(closed, recursive: true);
    }

    private static async Task<string> RefusalAsync(
        JobUserScene scene, string runAs, string folder, string path = "/usr/bin:/bin")
    {
        var worker = scene.Farm.Start(
            scene.Program, ["--run-as", runAs, "--data-dir", folder, "--name", "two"], new() { ["PATH"] = path });
        Assert.Equal(1, await worker.WaitAsync());
        return worker.Transcript;
    }

    // Folders below one with a group of its own pass it on, which is a digit before the three.
    private static string WithoutGroupBit(string line) => line.Replace(" 2700", " 700", StringComparison.Ordinal);
}
