namespace Renderacre.EndToEnd.Faults;

/// <summary>
/// What is left of tasks when the worker or their session host is gone: nothing, 5 s after they should be, not even
/// what has forked twice and leads a session of its own. Where the host lives to see the end it finds what has thrown
/// its environment away as well; where it was killed, what is left is found by its environment alone.
/// </summary>
public sealed class LeftoverTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    [Fact]
    public Task Nothing_is_left_when_a_worker_is_asked_to_end() => FaultRun.EachAsync(async random =>
    {
        await using var scene = await LeftoverScene.StartAsync(reattachSeconds: 60, withoutEnvironment: true, random);
        await scene.Worker.TerminateAsync();
        await scene.GoneAsync(Bound);
    });

    [Fact]
    public Task Nothing_is_left_when_a_worker_is_killed_and_does_not_come_back() => FaultRun.EachAsync(async random =>
    {
        await using var scene = await LeftoverScene.StartAsync(reattachSeconds: 1, withoutEnvironment: true, random);
        await scene.Worker.KillAsync();
        await scene.GoneAsync(TimeSpan.FromSeconds(1) + Bound);
    });

    [Fact]
    public Task Nothing_is_left_when_a_session_host_is_killed() => FaultRun.EachAsync(async random =>
    {
        await using var scene = await LeftoverScene.StartAsync(reattachSeconds: 60, withoutEnvironment: false, random);
        scene.KillHosts();
        await scene.GoneAsync(Bound);
    });

    [Fact]
    public Task Nothing_is_left_when_a_worker_comes_back_after_all_was_killed() => FaultRun.EachAsync(async random =>
    {
        await using var scene = await LeftoverScene.StartAsync(reattachSeconds: 60, withoutEnvironment: false, random);
        await scene.Worker.KillAsync();
        scene.KillHosts();
        await scene.StartWorkerAsync();
        await scene.GoneAsync(Bound);
    });
}
