using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

public sealed class SicknessTests
{
    private readonly FarmHarness _farm = new(new FarmSettings { LeaseTime = TimeSpan.FromDays(1) });

    [Fact]
    public void A_worker_that_fails_several_jobs_in_a_row_is_set_aside()
    {
        WorkerId bad = Crowd(others: 3);
        Fail(bad);
        Fail(bad);
        Assert.DoesNotContain(Actions(), action => action == WorkerAction.Sickened);
        Fail(bad);
        Assert.Contains(WorkerAction.Sickened, Actions());
        _farm.Submit(FarmHarness.Step());
        Assert.Null(_farm.Lease(bad));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(bad));
    }

    [Fact]
    public void Failures_of_one_job_or_with_a_success_between_or_long_ago_make_no_worker_sick()
    {
        WorkerId worker = Crowd(others: 3);
        _farm.Submit(FarmHarness.Step(units: 5));
        for (int unit = 0; unit < 5; unit++)
            _farm.Complete(_farm.MustLease(worker), 1);
        Fail(worker);
        Run(worker, 0);
        Fail(worker);
        Fail(worker);
        _farm.Advance(3601);
        Fail(worker);
        Assert.DoesNotContain(WorkerAction.Sickened, Actions());
        Assert.NotNull(Next(worker));
    }

    [Fact]
    public void Jobs_that_fail_everywhere_make_nobody_sick()
    {
        WorkerId[] workers = [.. Enumerable.Range(0, 8).Select(at => _farm.RegisterNamed($"node-{at}"))];
        for (int job = 0; job < 6; job++)
        {
            _farm.Submit(FarmHarness.Step(units: workers.Length));
            foreach (LeaseGranted lease in workers.Select(_farm.MustLease).ToList())
                _farm.Complete(lease, 1);
        }

        _farm.Submit(FarmHarness.Step(units: workers.Length));
        Assert.All(workers, worker => Assert.NotNull(_farm.Lease(worker)));
    }

    [Fact]
    public void However_many_jobs_fail_a_quarter_of_the_workers_is_sick_at_most()
    {
        WorkerId[] workers = [.. Enumerable.Range(0, 8).Select(at => _farm.RegisterNamed($"node-{at}"))];
        for (int round = 0; round < 6; round++)
        {
            foreach (WorkerId worker in workers)
            {
                _farm.Submit(FarmHarness.Step());
                if (_farm.Lease(worker) is { } lease)
                    _farm.Complete(lease, 1);
            }
        }

        _farm.Submit(FarmHarness.Step(units: workers.Length));
        Assert.Equal(2, workers.Count(worker => _farm.Lease(worker) is null));
    }

    [Fact]
    public void A_farm_of_few_workers_sets_none_aside()
    {
        WorkerId worker = Crowd(others: 2);
        for (int job = 0; job < 9; job++)
            Fail(worker);
        Assert.NotNull(Next(worker));
    }

    [Fact]
    public void A_sick_worker_may_try_one_task_after_a_while_and_is_well_when_it_succeeds()
    {
        WorkerId bad = Sick();
        _farm.Advance(601);
        _farm.EndBatch();
        LeaseGranted trial = Next(bad)!; // It may try one.
        Assert.NotNull(trial);
        _farm.Complete(trial);
        Assert.Contains(WorkerAction.Recovered, Actions());
        Assert.NotNull(Next(bad));
    }

    [Fact]
    public void A_trial_is_one_task_and_each_that_fails_doubles_the_wait()
    {
        SyncWorker bad = _farm.RegisterSync(slots: 4);
        Crowd(others: 3);
        for (int job = 0; job < 3; job++)
        {
            _farm.Submit(FarmHarness.Step());
            bad.Sync();
            bad.Complete(bad.Leases[0], Contracts.Sync.LeaseOutcome.Failed).End(bad.Sessions[0].Session).Sync();
        }

        _farm.Submit(FarmHarness.Step(units: 9));
        bad.Sync();
        Assert.Empty(bad.Leases);
        _farm.Advance(601);
        bad.Sync();
        LeaseGranted trial = Assert.Single(bad.Leases);
        _farm.Rebuild();
        bad.Sync();
        Assert.Single(bad.Leases);
        bad.Complete(trial, Contracts.Sync.LeaseOutcome.Failed).End(trial.Session).Sync();
        _farm.Advance(1199);
        bad.Sync();
        Assert.Empty(bad.Leases);
        _farm.Advance(2);
        bad.Sync();
        Assert.Single(bad.Leases);
    }

    [Fact]
    public void A_person_makes_a_sick_worker_well()
    {
        WorkerId bad = Sick();
        _farm.Do(farm => farm.Enable(_farm.Context, bad, "new memory"));
        Assert.NotNull(Next(bad));
    }

    [Fact]
    public void A_farm_that_is_told_to_sets_none_aside()
    {
        var farm = new FarmHarness(new FarmSettings { SickAfter = 0 });
        WorkerId[] workers = [.. Enumerable.Range(0, 4).Select(at => farm.RegisterNamed($"node-{at}"))];
        for (int job = 0; job < 9; job++)
        {
            farm.Submit(FarmHarness.Step());
            farm.Complete(farm.MustLease(workers[0]), 1);
        }
    }

    private WorkerId Crowd(int others)
    {
        WorkerId one = _farm.RegisterNamed("node");
        for (int at = 0; at < others; at++)
            _farm.RegisterNamed($"node-{at}");
        return one;
    }

    private WorkerId Sick()
    {
        WorkerId bad = Crowd(others: 3);
        for (int job = 0; job < 3; job++)
            Fail(bad);
        Assert.Null(Next(bad));
        return bad;
    }

    private void Fail(WorkerId worker) => Run(worker, 1);

    private void Run(WorkerId worker, int exitCode)
    {
        _farm.Submit(FarmHarness.Step());
        _farm.Complete(_farm.MustLease(worker), exitCode);
    }

    private LeaseGranted? Next(WorkerId worker)
    {
        _farm.Submit(FarmHarness.Step());
        return _farm.Lease(worker);
    }

    private IEnumerable<WorkerAction?> Actions() =>
        _farm.Events.OfType<WorkerTended>().Select(tended => tended.Action);
}
