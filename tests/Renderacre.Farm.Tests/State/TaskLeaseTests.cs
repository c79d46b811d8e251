using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;

namespace Renderacre.Farm.Tests.State;

public sealed class TaskLeaseTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_job_is_queued_then_running_then_succeeded()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        Assert.Equal(JobState.Queued, _farm.StateOf(job));
        WorkerId worker = _farm.Register();
        LeaseGranted first = _farm.MustLease(worker);
        Assert.Equal((0, 1, 1), (first.First.Unit, first.Count, first.Number));
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Start(first);
        Assert.Equal(TaskState.Running, _farm.StateOf(first.First));
        _farm.Complete(first);
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        Assert.False(_farm.State.Holds(job));
    }

    [Fact]
    public void A_worker_with_full_slots_gets_nothing()
    {
        _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register();
        _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_failure_with_a_retry_left_puts_the_task_back_and_the_next_fails_it()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1, retries: 1));
        WorkerId worker = _farm.Register();
        LeaseGranted first = _farm.MustLease(worker);
        _farm.Complete(first, 3);
        Assert.Equal("last", Assert.Single(_farm.Events.OfType<AttemptEnded>()).FailureSummary);
        Assert.Equal(TaskState.Pending, _farm.StateOf(first.First));
        LeaseGranted second = _farm.MustLease(worker);
        Assert.Equal(2, second.Number);
        _farm.Complete(second, 1);
        Assert.Equal(TaskState.Failed, _farm.StateOf(first.First));
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Assert.Equal(2, _farm.Store.UnitRow(first.First).Attempts);
    }

    [Fact]
    public void A_job_with_a_failed_task_goes_on_while_anything_of_it_can()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), 1);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Assert.Equal(TaskState.Pending, _farm.StateOf(new UnitRef(job, 1, 0)));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_lease_answers_only_its_worker_and_its_token(bool otherWorker, bool otherToken)
    {
        _farm.Submit(FarmHarness.Step());
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        WorkerId stranger = _farm.Register();
        LeaseGranted claimed = lease with
        {
            Worker = otherWorker ? stranger : lease.Worker,
            Token = otherToken ? new LeaseToken(1, 2) : lease.Token,
        };
        Assert.Equal(
            FarmErrorKind.LeaseLost,
            _farm.Refused(farm => farm.Complete(_farm.Context, FarmHarness.Claim(claimed), FarmHarness.Result())));
        Assert.Equal(TaskState.Leased, _farm.StateOf(lease.First));
    }

    [Fact]
    public void An_expired_lease_spends_a_failure_and_its_late_completion_is_refused()
    {
        _farm.Submit(FarmHarness.Step(1, retries: 1));
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Advance(121);
        _farm.EndBatch();
        Assert.Equal(TaskState.Pending, _farm.StateOf(lease.First));
        Assert.Equal(AttemptState.Expired, _farm.Store.Attempts[lease.Lease.Value]);
        Assert.Equal(1, _farm.Store.UnitRow(lease.First).FailuresSpent);
        Assert.Equal(
            FarmErrorKind.LeaseLost,
            _farm.Refused(farm => farm.Complete(_farm.Context, FarmHarness.Claim(lease), FarmHarness.Result())));
        Assert.Equal(2, _farm.MustLease(worker).Number);
    }

    [Fact]
    public void A_renewed_lease_does_not_expire()
    {
        _farm.Submit(FarmHarness.Step());
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        for (int round = 0; round < 5; round++)
        {
            _farm.Advance(100);
            _farm.Do(farm => farm.Renew(_farm.Context, FarmHarness.Claim(lease)));
        }

        _farm.Complete(lease);
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(lease.First));
    }

    [Fact]
    public void A_task_lease_of_a_worker_that_has_learned_to_sync_expires_though_the_worker_is_heard_of()
    {
        _farm.Submit(FarmHarness.Step(1, retries: 1));
        WorkerId id = _farm.Register();
        LeaseGranted lease = _farm.MustLease(id);
        SyncWorker worker = _farm.RegisterSync(FarmHarness.Registration(1, null, []) with { Known = id });
        for (int round = 0; round < 3; round++)
        {
            _farm.Advance(50);
            worker.Sync();
        }

        Assert.Equal(AttemptState.Expired, _farm.Store.Attempts[lease.Lease.Value]);
        Assert.Equal(lease.First, Assert.Single(worker.Leases).First);
    }

    [Fact]
    public void A_farm_made_anew_expires_nothing_for_one_lease_time()
    {
        _farm.Submit(FarmHarness.Step());
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        _farm.Advance(1000);
        _farm.Rebuild();
        _farm.EndBatch();
        Assert.Equal(TaskState.Leased, _farm.StateOf(lease.First));
        _farm.Complete(lease);
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(lease.First));
    }

    [Fact]
    public void Higher_priority_goes_first_then_the_older_job()
    {
        WorkerId worker = _farm.Register(3);
        JobId low = _farm.Submit(0, FarmHarness.Step());
        JobId lowToo = _farm.Submit(0, FarmHarness.Step());
        JobId high = _farm.Submit(5, FarmHarness.Step());
        Assert.Equal(high, _farm.MustLease(worker).First.Job);
        _farm.Do(farm => farm.SetPriority(_farm.Context, lowToo, 9));
        Assert.Equal(lowToo, _farm.MustLease(worker).First.Job);
        Assert.Equal(low, _farm.MustLease(worker).First.Job);
    }

    [Fact]
    public void A_chunk_is_one_lease_and_a_hole_in_it_cuts_the_run()
    {
        JobId job = _farm.Submit(FarmHarness.Step(10) with { ChunkSize = 4 });
        WorkerId worker = _farm.Register(4);
        Assert.Equal(4, _farm.MustLease(worker).Count);
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, 5)));
        Assert.Equal((4, 1), Run(_farm.MustLease(worker)));
        Assert.Equal((6, 2), Run(_farm.MustLease(worker)));
        Assert.Equal((8, 2), Run(_farm.MustLease(worker)));
    }

    private static (long First, long Count) Run(LeaseGranted lease) => (lease.First.Unit, lease.Count);
}
