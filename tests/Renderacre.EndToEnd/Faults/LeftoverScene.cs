using System.Globalization;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Faults;

/// <summary>A worker with one task whose processes hide as well as they can.</summary>
internal sealed class LeftoverScene : IAsyncDisposable
{
    private const string WorkerName = "one";

    private readonly TempFarm _farm = new();
    private readonly string _reattachSeconds;

    // The lengths of the task's sleeps, by which they are known whatever they do to their environment.
    private readonly string _attached;
    private readonly string _detached;

    private readonly string _forget;
    private FarmProcess? _worker;

    private LeftoverScene(int reattachSeconds, bool withoutEnvironment, Random random)
    {
        _forget = withoutEnvironment ? "env -i " : "";
        _reattachSeconds = reattachSeconds.ToString(CultureInfo.InvariantCulture);
        var seconds = random.Next(100_000, 900_000);
        _attached = FormattableString.Invariant($"{seconds}.125");
        _detached = FormattableString.Invariant($"{seconds}.375");
    }

    /// <summary>The worker.</summary>
    public FarmProcess Worker => _worker ?? throw new InvalidOperationException("the worker has not been started");

    /// <summary>Starts all, and waits until the task's processes are there.</summary>
    /// <param name="reattachSeconds">How long session hosts go on without a worker.</param>
    /// <param name="withoutEnvironment">Whether what detaches itself throws its environment away too.</param>
    /// <param name="random">Decides when it goes on.</param>
    public static async Task<LeftoverScene> StartAsync(int reattachSeconds, bool withoutEnvironment, Random random)
    {
        var scene = new LeftoverScene(reattachSeconds, withoutEnvironment, random);
        await scene._farm.StartControllerAsync();
        await scene.StartWorkerAsync();
        await scene._farm.SubmitAsync(0, ("hides", scene.Script, []));
        await Eventually.TrueAsync("the task and what it detached run", () => scene.Left().Count == 2);
        await Task.Delay(random.Next(500), TestContext.Current.CancellationToken);
        return scene;
    }

    /// <summary>Starts the worker, or one in its place.</summary>
    public async Task StartWorkerAsync() =>
        _worker = await _farm.StartWorkerAsync(WorkerName, 1, "--reattach-seconds", _reattachSeconds);

    /// <summary>Kills the session hosts, and nothing else.</summary>
    public void KillHosts()
    {
        var hosts = MarkedProcesses.Find(_farm.Marker)
            .Where(id => MarkedProcesses.Arguments(id).Contains("session-host")).ToList();
        Assert.NotEmpty(hosts);
        foreach (var host in hosts)
            PosixSignals.Send(host, PosixSignals.Kill);
    }

    /// <summary>Waits until no process of the task is left.</summary>
    /// <param name="bound">The longest that it may take.</param>
    public async Task GoneAsync(TimeSpan bound)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Left() is { Count: > 0 } left)
        {
            if (TimeProvider.System.GetElapsedTime(start) > bound)
                Assert.Fail($"after {bound.TotalSeconds} s there still are:\n{MarkedProcesses.Describe(left)}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in Left())
            PosixSignals.Send(id, PosixSignals.Kill);
        await _farm.DisposeAsync();
    }

    // Forked twice, in a session of its own, with its output away from the task's pipes.
    private string Script =>
        $"(setsid sh -c '{_forget}sleep {_detached} < /dev/null > /dev/null 2>&1 &' &); sleep {_attached}";

    private IReadOnlyList<int> Left() => MarkedProcesses.WithArgument(_attached, _detached);
}
