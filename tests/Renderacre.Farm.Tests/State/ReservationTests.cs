using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

/// <summary>Small tasks take each piece of a worker once it is free; a wide one needs all of it at once.</summary>
public sealed class ReservationTests
{
    private const string Cpus = "amount.worker.vcpu";
    private const int Slots = 4;

    private readonly FarmHarness _farm = new(new FarmSettings { LeaseTime = TimeSpan.FromHours(1) });

    [Fact]
    public void Small_tasks_do_not_starve_a_wide_one()
    {
        JobId wide = Submit(1, Needs(4), priority: 5);
        Submit(1000, Needs(1));
        WorkerId worker = Register();
        Queue<LeaseGranted> running = FillWithSmallOnes(worker, wide);

        int began = 0;
        for (int round = 0; round < 100 && began == 0; round++)
        {
            _farm.Advance(10);
            if (running.TryDequeue(out LeaseGranted? ended))
                _farm.Complete(ended);
            while (_farm.Lease(worker) is { } lease)
            {
                began += lease.First.Job == wide ? 1 : 0;
                running.Enqueue(lease);
            }
        }

        Assert.Equal(1, began);
        Assert.Equal(JobState.Running, _farm.StateOf(wide));
    }

    [Fact]
    public void Sessions_of_small_tasks_end_one_after_another_until_a_wide_one_fits()
    {
        Submit(1000, Needs(1));
        SyncWorker worker = _farm.RegisterSync(Slots, (Cpus, "4"));
        worker.Sync();
        JobId wide = Submit(1, Needs(3), priority: 5);
        for (int round = 0; round < 20 && _farm.StateOf(wide) != JobState.Running; round++)
        {
            _farm.Advance(20);
            foreach (LeaseGranted head in worker.Leases.GroupBy(lease => lease.Session).Select(each => each.First()))
                worker.Start(head).Complete(head);
            worker.Sync();
            foreach (SessionId ending in worker.Ending.Where(id => worker.Sessions.Any(s => s.Session == id)).ToList())
                worker.End(ending);
            worker.Sync();
        }

        Assert.Equal(JobState.Running, _farm.StateOf(wide));
        Assert.Contains(worker.Sessions, session => session.Job != wide);
    }

    [Fact]
    public void A_job_has_to_have_waited_before_a_worker_is_kept_for_it()
    {
        JobId wide = Submit(1, Needs(4), priority: 5);
        Submit(1000, Needs(1));
        WorkerId worker = Register();
        LeaseGranted first = FillWithSmallOnes(worker, wide).Peek();
        _farm.Advance(30);
        _farm.Complete(first);
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void Beside_it_runs_what_leaves_it_its_room()
    {
        JobId wide = Submit(1, Needs(3), priority: 5);
        Submit(1000, Needs(1));
        WorkerId worker = Register();
        Queue<LeaseGranted> running = FillWithSmallOnes(worker, wide);
        Reserve(worker, running);
        JobId light = Submit(1, RequirementSpec.None, priority: 1);
        _farm.Complete(running.Dequeue());
        Assert.Equal(light, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void What_ends_before_it_can_begin_may_run_meanwhile()
    {
        JobId brief = Submit(1000, Needs(1), priority: 1);
        WorkerId worker = Register();
        LeaseGranted measured = _farm.MustLease(worker);
        _farm.Start(measured);
        _farm.Advance(5);
        _farm.Complete(measured);
        JobId slow = Submit(10, Needs(1), priority: 2);
        LeaseGranted timed = _farm.MustLease(worker);
        Assert.Equal(slow, timed.First.Job);
        _farm.Start(timed);
        _farm.Advance(1000);
        _farm.Complete(timed);
        // One that takes a thousand seconds has just begun; the others are brief.
        _farm.Start(_farm.MustLease(worker));
        _farm.Do(farm => farm.Pause(_farm.Context, slow));
        JobId wide = Submit(1, Needs(4), priority: 5);
        var running = new Queue<LeaseGranted>(Enumerable.Range(0, 3).Select(_ => _farm.MustLease(worker)));
        Assert.All(running, lease => Assert.Equal(brief, lease.First.Job));
        _farm.Advance(70);
        _farm.Complete(running.Dequeue());

        LeaseGranted filling = _farm.MustLease(worker);

        Assert.Equal(brief, filling.First.Job);
        Obstacle kept = Assert.Single(Explain(wide).Obstacles, each => each.Kind == ObstacleKind.WorkerReserved);
        Assert.NotNull(kept.Until);
        _farm.Advance(927);
        _farm.Complete(running.Dequeue());
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_farm_that_is_built_anew_keeps_it()
    {
        (WorkerId worker, JobId _, Queue<LeaseGranted> running) = Reserved();
        _farm.Rebuild();
        _farm.Complete(running.Dequeue());
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void It_is_dropped_when_the_wide_job_is_paused()
    {
        (WorkerId worker, JobId wide, Queue<LeaseGranted> running) = Reserved();
        _farm.Do(farm => farm.Pause(_farm.Context, wide));
        Assert.Single(_farm.Events.OfType<ReservationDropped>());
        _farm.Complete(running.Dequeue());
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void It_is_dropped_when_the_wide_task_begins_elsewhere()
    {
        (WorkerId worker, JobId wide, Queue<LeaseGranted> running) = Reserved();
        Assert.Equal(wide, _farm.MustLease(Register()).First.Job);
        _farm.Complete(running.Dequeue());
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void So_many_workers_are_kept_at_a_time_and_no_more()
    {
        for (int job = 0; job < FarmState.ReservationsMax + 5; job++)
            Submit(1, Needs(4), priority: 5);
        Submit(1000, Needs(1));
        _farm.Advance(70);
        for (int worker = 0; worker < FarmState.ReservationsMax + 5; worker++)
        {
            WorkerId id = _farm.Register(Slots, (Cpus, "4"), ("taken", "1"));
            while (_farm.Lease(id) is not null)
                continue;
        }

        Assert.True(_farm.Store.Snapshot().Reservations.Count <= FarmState.ReservationsMax);
    }

    [Fact]
    public void Small_tasks_are_told_what_the_worker_is_kept_for()
    {
        (WorkerId _, JobId _, Queue<LeaseGranted> running) = Reserved();
        JobId small = Submit(1, Needs(1));
        _farm.Complete(running.Dequeue());
        Assert.Contains(
            new WorkerMiss(WorkerObstacleKind.Reserved, "wide", null, null), Explain(small).Workers!.Nearest!.Misses);
    }

    private (WorkerId Worker, JobId Wide, Queue<LeaseGranted> Running) Reserved()
    {
        JobId wide = Submit(1, Needs(4), priority: 5);
        Submit(1000, Needs(1));
        WorkerId worker = Register();
        Queue<LeaseGranted> running = FillWithSmallOnes(worker, wide);
        Reserve(worker, running);
        return (worker, wide, running);
    }

    private void Reserve(WorkerId worker, Queue<LeaseGranted> running)
    {
        _farm.Advance(70);
        _farm.Complete(running.Dequeue());
        Assert.Null(_farm.Lease(worker));
        Assert.Single(_farm.Store.Snapshot().Reservations);
    }

    /// <summary>Has small tasks take all of a worker, which the wide one could have had before.</summary>
    private Queue<LeaseGranted> FillWithSmallOnes(WorkerId worker, JobId wide)
    {
        _farm.Do(farm => farm.Pause(_farm.Context, wide));
        var running = new Queue<LeaseGranted>();
        while (_farm.Lease(worker) is { } lease)
            running.Enqueue(lease);
        _farm.Do(farm => farm.Resume(_farm.Context, wide));
        Assert.Equal(Slots, running.Count);
        return running;
    }

    private WorkerId Register() => _farm.Register(Slots, (Cpus, "4"));

    private UnitExplanation Explain(JobId job) =>
        _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 0)));

    private JobId Submit(long units, RequirementSpec spec, int priority = 0) => _farm.Submit(new JobPlan
    {
        Name = priority == 5 ? "wide" : "small",
        Priority = priority,
        Steps = [FarmHarness.Needs(FarmHarness.Step(units), spec)],
    });

    private static RequirementSpec Needs(long cpus) =>
        new() { Amounts = [new AmountDemand(Cpus, cpus * AmountScale.Factor, null)] };
}
