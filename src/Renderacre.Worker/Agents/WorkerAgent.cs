using OpenJd.Sessions.Processes;
using Renderacre.Client;
using Renderacre.Client.Workers;
using Renderacre.Contracts.Workers;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Options;
using Renderacre.Worker.Resting;
using Renderacre.Worker.Sessions;
using Renderacre.Worker.Signals;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Syncing;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Agents;

/// <summary>A worker from its start to its end.</summary>
internal sealed class WorkerAgent(
    WorkerOptions options, WorkerFolder folder, IReadOnlyList<string> hostPrefix, TimeProvider time, WorkerLog log)
{
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DeliverPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    // Tasks are stopped well before the controller gives their leases away; not sooner than after two thirds of the
    // lease time: so old is the newest answered request when the controller has held it and holds the next.
    private const double SilentShare = 0.75;

    private readonly Guid _incarnation = Guid.NewGuid();
    private readonly Signal _news = new();

    /// <summary>Works until told to stop.</summary>
    /// <param name="stop">Ends the sessions and the worker.</param>
    /// <param name="detach">Ends the worker alone: its sessions go on, for the next process of it.</param>
    /// <exception cref="WorkerException">The controller refused the worker for good.</exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken detach)
    {
        var rest = new RestWatch(await ScheduleAsync(stop), _news, time, log);
        await rest.LookAsync(stop);
        HostReport host = await HostReport.OfAsync(options, ThisMachine.Open());
        using var client = new WorkerClient(options.Controller);
        var channel = new ControllerChannel(client);
        var sudo = new Sudo(ProgramPath, hostPrefix);
        var processes = new SessionProcesses(ProcessLaunchers.ForThisSystem(time), sudo, time);
        var hosts = new HostProcess(sudo, hostPrefix, options.ReattachSeconds);
        await using var sessions = new SessionTable(folder, hosts, processes, channel, time, _news, log)
        {
            RunsAs = await FindUserAsync(sudo),
            OwnRules = options.PathMappingRules,
            Gpus = host.Gpus.Count == 0 ? null : new GpuVariables(host.Gpus, OperatingSystem.IsLinux()),
            IsAlone = host.Slots == 1,
        };
        processes.RemoveAbandonedGroups();
        await sessions.ReattachAsync();
        using var starting = CancellationTokenSource.CreateLinkedTokenSource(stop, detach);
        try
        {
            channel.WorkerId = await RegisterAsync(client, host, starting.Token);
        }
        catch (OperationCanceledException)
        {
            await EndSessionsAsync(sessions, detach);
            return;
        }

        var loop = new SyncLoop(channel, sessions, _incarnation, _news, time, log)
        {
            WorkerId = channel.WorkerId,
            Rest = () => rest.Rest,
        };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(detach);
        Task resting = rest.RunAsync(end.Token);
        Task syncing = SyncAsync(loop, channel, client, host, sessions, end.Token);
        await using ITimer watch = time.CreateTimer(_ => WatchSilence(loop, sessions), null, LookEvery, LookEvery);
        await Task.WhenAny(syncing, WhenCancelled(stop), WhenCancelled(detach));
        if (stop.IsCancellationRequested && !detach.IsCancellationRequested)
        {
            loop.Accepting = false;
            await EndSessionsAsync(sessions, detach);
            await UntilAsync(() => sessions.Sessions.Count == 0 || syncing.IsCompleted, DeliverPatience);
        }

        await end.CancelAsync();
        await syncing;
        await resting;
    }

    /// <summary>When the worker rests by its options, or null where it never does.</summary>
    private async Task<RestSchedule?> ScheduleAsync(CancellationToken cancellationToken)
    {
        IdleRule? idle = options.WhenIdleMinutes is { } minutes
            ? await IdleRule.MakeAsync(ThisMachine.IdleTime(time), minutes, cancellationToken)
            : null;
        return options.WorkHours is null && idle is null
            ? null
            : new RestSchedule(options.WorkHours, idle, options.GiveBackOnRest, time);
    }

    private static string ProgramPath => Environment.ProcessPath
        ?? throw new InvalidOperationException("the path of this program is not known");

    private async Task<JobUser?> FindUserAsync(Sudo sudo)
    {
        if (options.RunAs is not { } asked)
            return null;
        JobUser user = await JobUsers.FindAsync(asked, sudo, folder);
        log.SessionsRunAs(user.Name, user.Group);
        return user;
    }

    private async Task<Guid> RegisterAsync(
        WorkerClient client, HostReport host, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(time);
        while (true)
        {
            try
            {
                WorkerInfo worker = await client.RegisterAsync(Registration(host), cancellationToken);
                folder.WriteId(worker.Id);
                log.Registered(worker.Name, worker.Id, options.Controller);
                return worker.Id;
            }
            catch (FarmUnreachableException error)
            {
                log.ControllerUnreachable(error.Message);
            }
            catch (FarmException error) when ((int)error.Status is >= 400 and < 500)
            {
                throw new WorkerException(1, $"the controller refused to register the worker: {error.Message}");
            }
            catch (FarmException error)
            {
                log.ControllerUnreachable(error.Message);
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    private WorkerRegister Registration(HostReport host) => new()
    {
        Name = options.Name,
        Labels = host.Labels,
        Capacity = new WorkerCapacity(host.Slots),
        Gpus = host.Gpus,
        GpuShares = options.GpuShares,
        StorageProfile = options.StorageProfile,
        WorkerId = folder.ReadId(),
        Incarnation = _incarnation,
    };

    /// <summary>Syncs until cancelled; a controller that does not know the worker is told of it anew.</summary>
    private async Task SyncAsync(
        SyncLoop loop, ControllerChannel channel, WorkerClient client, HostReport host, SessionTable sessions,
        CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                SyncRefusal refusal = await loop.RunAsync(cancellationToken);
                if (refusal.Kind == SyncRefusalKind.OldIncarnation)
                    throw new WorkerException(1, $"this worker was taken over: {refusal.Message}");
                log.NotKnown(refusal.Message);
                foreach (HostedSession session in sessions.Sessions)
                    session.Send(new HostCommand(HostCommandKind.Forget));
                loop.WorkerId = channel.WorkerId = await RegisterAsync(client, host, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker ends.
        }
    }

    private void WatchSilence(SyncLoop loop, SessionTable sessions)
    {
        if (!options.StopOnSilence || loop.LeaseTime is not { } leaseTime)
            return;
        if (time.GetElapsedTime(loop.LastHeard) < leaseTime * SilentShare)
            return;
        foreach (HostedSession session in sessions.Sessions.Where(session => !session.Ended))
            session.Send(new HostCommand(HostCommandKind.Stop));
    }

    /// <summary>Stops all sessions; what does not end in time is killed by its marker.</summary>
    private async Task EndSessionsAsync(SessionTable sessions, CancellationToken detach)
    {
        if (detach.IsCancellationRequested)
            return;
        foreach (HostedSession session in sessions.Sessions)
            session.Send(new HostCommand(HostCommandKind.Stop));
        await UntilAsync(() => sessions.Sessions.All(session => session.HostGone), EndPatience);
        foreach (HostedSession session in sessions.Sessions.Where(session => !session.HostGone))
        {
            log.SessionKilled(session.Id, EndPatience.TotalSeconds);
            await sessions.TryKillAsync(session);
            session.Send(new HostCommand(HostCommandKind.Forget));
        }
    }

    private async Task UntilAsync(Func<bool> condition, TimeSpan patience)
    {
        long began = time.GetTimestamp();
        while (!condition() && time.GetElapsedTime(began) < patience)
            await Task.Delay(LookEvery, time);
    }

    private static Task WhenCancelled(CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource();
        cancellationToken.Register(source.SetResult);
        return source.Task;
    }
}
