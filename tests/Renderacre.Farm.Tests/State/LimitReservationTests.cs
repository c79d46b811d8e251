using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;

namespace Renderacre.Farm.Tests.State;

/// <summary>Small tasks take each piece of a limit once it is given back; a wide one needs several at once.</summary>
public sealed class LimitReservationTests
{
    private const string Seats = "amount.seats";

    private readonly FarmHarness _farm = new();

    [Theory]
    [InlineData(LimitScope.Session)]
    [InlineData(LimitScope.Task)]
    [InlineData(LimitScope.Host)]
    public void Tasks_that_ask_for_little_of_a_limit_do_not_starve_one_that_asks_for_much(LimitScope scope)
    {
        Define(4, scope);
        SyncWorker[] workers = Full(4, out JobId wide);
        for (int round = 0; round < 60 && !HasBegun(wide); round++)
            Work(workers);
        Assert.True(HasBegun(wide));
        Assert.DoesNotContain(_farm.Store.Snapshot().LimitReservations, each => each.Job == wide);
    }

    [Fact]
    public void It_has_to_have_waited_before_a_limit_is_kept_for_it()
    {
        Define(4, LimitScope.Session);
        SyncWorker[] workers = Full(4, out JobId wide);
        _farm.Advance(59);
        EndTask(workers[0]);
        Assert.Empty(_farm.Store.Snapshot().LimitReservations);
        _farm.Advance(1);
        EndTask(workers[1]);
        Assert.Equal(wide, Assert.Single(_farm.Store.Snapshot().LimitReservations).Job);
        Assert.All(workers.Skip(2), worker => Assert.Single(Received(worker).Recalled));
    }

    [Fact]
    public void What_is_kept_is_so_after_a_restart_and_told()
    {
        SyncWorker[] workers = Kept(out JobId wide);
        JobId small = _farm.Submit(Needs(1, 1));
        GiveBack(workers[0]);
        SyncWorker idle = _farm.RegisterSync();
        idle.Sync();
        Assert.Empty(idle.Leases);
        _farm.Rebuild();
        idle.Sync();
        Assert.Empty(idle.Leases);

        UnitExplanation told = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(wide, 0, 0)));
        Assert.Equal(
            [(ObstacleKind.LimitReserved, Seats), (ObstacleKind.LimitFull, Seats)],
            told.Obstacles.Select(each => (each.Kind, each.Name)));
        UnitExplanation other = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(small, 0, 0)));
        WorkerExclusion kept = Assert.Single(
            other.Workers!.Exclusions, each => each.Miss.Kind == WorkerObstacleKind.LimitKept);
        Assert.Equal((Seats, "1"), (kept.Miss.Name, kept.Miss.Wanted));
    }

    [Fact]
    public void What_goes_before_it_or_takes_nothing_of_the_limit_runs_on()
    {
        SyncWorker[] workers = Kept(out _);
        JobId free = _farm.Submit(FarmHarness.Step());
        JobId urgent = _farm.Submit(9, Needs(1, 1));
        SyncWorker idle = _farm.RegisterSync(2);
        idle.Sync();
        Assert.Equal(free, Assert.Single(idle.Leases).First.Job);
        GiveBack(workers[0]);
        idle.Receive();
        Assert.Contains(
            workers.Append(idle).SelectMany(worker => Received(worker).Leases), lease => lease.First.Job == urgent);
    }

    [Fact]
    public void A_job_with_all_its_workers_does_not_hide_what_comes_after_it_where_its_limit_is_kept()
    {
        var farm = new FarmHarness(new FarmSettings { LeasesAhead = 0 });
        farm.DefineLimit(new LimitDefine { Name = Seats, MaxCount = 2 });
        JobId bound = farm.Submit(new JobPlan
        {
            Name = "job",
            Policy = new PlanPolicy { MaxWorkers = 1 },
            Steps = [Needs(1000, 1)],
        });
        SyncWorker worker = farm.RegisterSync(2);
        worker.Sync();
        farm.Submit(5, Needs(1, 2));
        JobId free = farm.Submit(FarmHarness.Step());
        farm.Advance(60);
        EndTask(worker);
        Assert.Single(farm.Store.Snapshot().LimitReservations);
        worker.End(Assert.Single(worker.Ending)).Sync();
        Assert.Contains(worker.Leases, lease => lease.First.Job == free);
        UnitExplanation told = farm.Do(state => state.Explain(farm.Context, new UnitRef(bound, 0, 900)));
        Assert.Contains(told.Workers!.Exclusions, each => each.Miss.Kind == WorkerObstacleKind.LimitKept);
    }

    [Fact]
    public void Nothing_is_asked_back_for_a_worker_that_a_limit_is_kept_from()
    {
        Define(3, LimitScope.Session);
        _farm.Submit(Needs(9, 1));
        SyncWorker big = _farm.RegisterSync(1, ("size", "big"));
        SyncWorker other = _farm.RegisterSync();
        SyncWorker idle = _farm.RegisterSync();
        foreach (SyncWorker worker in (SyncWorker[])[big, other, idle])
            worker.Sync();
        StepPlan wide = Needs(1, 2);
        _farm.Submit(5, wide with { Classes = [wide.Classes[0] with { Labels = [new LabelDemand("size", "big")] }] });
        _farm.Advance(60);
        GiveBack(idle);
        Assert.Single(_farm.Store.Snapshot().LimitReservations);
        EndWithoutSession(big);
        EndWithoutSession(other);
        idle.Sync();
        other.Sync();
        Assert.Equal(2, other.Leases.Count);
        idle.Sync();
        other.Receive();
        Assert.DoesNotContain(other.Leases[1].Lease, other.Recalled);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(500, false)]
    public void What_should_have_ended_when_the_wide_one_can_begin_runs_meanwhile(int seconds, bool runs)
    {
        var farm = new FarmHarness(new FarmSettings { LeasesAhead = 0 });
        farm.DefineLimit(new LimitDefine { Name = Seats, MaxCount = 4 });
        SyncWorker[] workers = [farm.RegisterSync(), farm.RegisterSync(), farm.RegisterSync(), farm.RegisterSync()];
        JobId other = farm.Submit(Needs(2, 1));
        workers[0].Sync();
        workers[0].Start(workers[0].Leases[0]).Sync();
        farm.Do(state => state.Pause(farm.Context, other));
        farm.Advance(seconds);
        workers[0].Complete(workers[0].Leases[0]).Sync();
        workers[0].End(workers[0].Sessions[0].Session).Sync();

        // Each of the workers runs its second task of 100 s, and has done so for 60 s.
        farm.Submit(Needs(1000, 1));
        for (int round = 0; round < 2; round++)
        {
            foreach (SyncWorker worker in workers)
            {
                if (round > 0)
                    worker.Complete(worker.Leases[0]).Sync();
                Received(worker).Sync();
                worker.Start(worker.Leases[0]).Sync();
            }

            farm.Advance(round == 0 ? 100 : 0);
        }

        farm.Submit(5, Needs(1, 3));
        farm.Advance(60);
        GiveBack(workers[0]);
        farm.Do(state => state.Resume(farm.Context, other));
        workers[0].Sync();
        Assert.Equal(runs ? [other] : [], workers[0].Leases.Select(lease => lease.First.Job));
    }

    [Fact]
    public void It_is_given_back_once_the_limit_can_never_be_enough_or_it_does_not_wait_any_more()
    {
        SyncWorker[] workers = Kept(out JobId wide);
        Define(2, LimitScope.Session);
        Assert.Contains(_farm.Events, happened => happened is LimitReservationDropped dropped && dropped.Job == wide);
        Define(4, LimitScope.Session);
        EndTask(Received(workers[2]));
        Assert.Single(_farm.Store.Snapshot().LimitReservations);
        _farm.Do(farm => farm.Pause(_farm.Context, wide));
        Assert.Empty(_farm.Store.Snapshot().LimitReservations);
    }

    [Fact]
    public void What_is_kept_for_a_step_whose_requirements_were_edited_is_so_after_a_restart()
    {
        Define(4, LimitScope.Session);
        SyncWorker[] workers = Full(4, out JobId wide);
        JobPlan plan = _farm.Store.Job(wide).Plan;
        JobPlan changed = plan with
        {
            Revision = plan.Revision + 1,
            Steps = [plan.Steps[0] with { Classes = Needs(1, 2).Classes }],
        };
        _farm.Do(farm => farm.Edit(_farm.Context, wide, new PlanEdit(changed, default, "requirements")));
        _farm.Advance(60);
        EndTask(workers[0]);
        LimitReserved kept = Assert.Single(_farm.Store.Snapshot().LimitReservations);
        Assert.Equal((wide, _farm.Store.Job(wide).Plan.Steps[0].FirstClass), (kept.Job, kept.Class));
        _farm.Rebuild();
        _farm.Do(farm => farm.Pause(_farm.Context, wide));
        Assert.Empty(_farm.Store.Snapshot().LimitReservations);
    }

    [Fact]
    public void What_runs_by_requirements_from_before_an_edit_is_expected_to_give_its_part_back()
    {
        var farm = new FarmHarness(new FarmSettings { LeasesAhead = 0 });
        farm.DefineLimit(new LimitDefine { Name = Seats, MaxCount = 4 });
        JobId urgent = farm.Submit(9, Needs(10, 3));
        SyncWorker first = farm.RegisterSync(), second = farm.RegisterSync();
        first.Sync();
        first.Start(first.Leases[0]).Sync();
        farm.Advance(100);
        first.Complete(first.Leases[0]).Sync();
        Received(first).Start(first.Leases[0]).Sync();
        FarmTime began = farm.Context.Now;
        farm.Submit(Needs(10, 1));
        second.Sync();
        JobId wide = farm.Submit(5, Needs(1, 2));
        farm.Advance(60);
        EndTask(second);
        Assert.Null(Kept().Until);

        JobPlan plan = farm.Store.Job(urgent).Plan;
        StepPlan changed = plan.Steps[0] with { Classes = Needs(1, 4).Classes };
        var edit = new PlanEdit(plan with { Revision = plan.Revision + 1, Steps = [changed] }, default, "requirements");
        farm.Do(state => state.Edit(farm.Context, urgent, edit));
        Assert.Equal(began.Plus(TimeSpan.FromSeconds(100)), Kept().Until);

        Obstacle Kept() => Assert.Single(
            farm.Do(state => state.Explain(farm.Context, new UnitRef(wide, 0, 0))).Obstacles,
            each => each.Kind == ObstacleKind.LimitReserved);
    }

    [Fact]
    public void Limits_are_kept_for_so_many_groups_and_no_more()
    {
        string[] names = [.. Enumerable.Range(0, 10).Select(at => $"amount.limit{at}")];
        foreach (string name in names)
            _farm.DefineLimit(name, 2);
        _farm.Submit([.. names.Select(name => Needs(99, 1, name))]);
        SyncWorker[] workers = [.. names.SelectMany(_ => new[] { _farm.RegisterSync(), _farm.RegisterSync() })];
        foreach (SyncWorker worker in workers)
            worker.Sync();
        foreach (string name in names)
            _farm.Submit(5, Needs(1, 2, name));
        _farm.Advance(61);
        foreach (SyncWorker worker in workers)
            worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();
        Assert.Equal(FarmState.LimitReservationsMax, _farm.Store.Snapshot().LimitReservations.Count);
    }

    private static StepPlan Needs(long units, int seats, string name = Seats) => FarmHarness.Needs(
        FarmHarness.Step(units),
        new RequirementSpec { Amounts = [new AmountDemand(name, seats * AmountScale.Factor, null)] });

    private void Define(int count, LimitScope scope) =>
        _farm.DefineLimit(new LimitDefine { Name = Seats, MaxCount = count, CountedPer = scope });

    /// <summary>Workers that hold all of the limit by tasks that ask for one each, and a job that asks for 3.</summary>
    private SyncWorker[] Full(int count, out JobId wide)
    {
        _farm.Submit(Needs(1000, 1));
        SyncWorker[] workers = [.. Enumerable.Range(0, count).Select(_ => _farm.RegisterSync())];
        foreach (SyncWorker worker in workers)
            worker.Sync();
        wide = _farm.Submit(5, Needs(1, 3));
        return workers;
    }

    /// <summary>The same, and the limit is kept for that job.</summary>
    private SyncWorker[] Kept(out JobId wide)
    {
        Define(4, LimitScope.Session);
        SyncWorker[] workers = Full(4, out wide);
        _farm.Advance(60);
        EndTask(workers[0]);
        Assert.Single(_farm.Store.Snapshot().LimitReservations);
        return workers;
    }

    private static SyncWorker Received(SyncWorker worker)
    {
        worker.Receive();
        return worker;
    }

    private static void EndTask(SyncWorker worker) => worker.Start(worker.Leases[0]).Complete(worker.Leases[0]).Sync();

    /// <summary>A worker hands back what waits and ends what it runs; its session goes on to its exit.</summary>
    private static void EndWithoutSession(SyncWorker worker)
    {
        worker.Receive();
        foreach (var lease in worker.Leases.Skip(1).ToList())
            worker.Return(lease);
        EndTask(worker);
    }

    /// <summary>A worker hands back what waits, ends what it runs, and its session where it is told to.</summary>
    private static void GiveBack(SyncWorker worker)
    {
        worker.Sync();
        foreach (var lease in worker.Leases.Skip(1).ToList())
            worker.Return(lease);
        if (worker.Leases.Count > 0)
            EndTask(worker);
        foreach (var open in worker.Sessions.Where(open => worker.Ending.Contains(open.Session)).ToList())
            worker.End(open.Session);
        worker.Sync();
    }

    /// <summary>One after another ends its task, and its session where it is told to.</summary>
    private void Work(SyncWorker[] workers)
    {
        foreach (SyncWorker worker in workers)
        {
            _farm.Advance(2);
            worker.Sync();
            foreach (var lease in worker.Leases.Where(lease => worker.Recalled.Contains(lease.Lease)).ToList())
            {
                if (lease != worker.Leases[0])
                    worker.Return(lease);
            }

            if (worker.Leases.Count > 0)
                worker.Start(worker.Leases[0]).Complete(worker.Leases[0]);
            worker.Sync();
            foreach (var open in worker.Sessions.Where(open => worker.Ending.Contains(open.Session)).ToList())
                worker.End(open.Session);
            worker.Sync();
        }
    }

    private bool HasBegun(JobId wide) => _farm.StateOf(wide) != JobState.Queued;
}
