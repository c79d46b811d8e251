using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class JobCommandTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_paused_job_starts_nothing_and_its_running_task_finishes()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register(2);
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Do(farm => farm.Pause(_farm.Context, job));
        _farm.Do(farm => farm.Pause(_farm.Context, job));
        _farm.Start(lease);
        Assert.Equal(JobState.Paused, _farm.StateOf(job));
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(lease);
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        _farm.Do(farm => farm.Resume(_farm.Context, job));
        Assert.NotNull(_farm.Lease(worker));
    }

    [Fact]
    public void A_cancelled_job_keeps_its_live_lease_until_the_worker_reports()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        _farm.Start(lease);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Assert.Equal(new(0, 0, 0, 0, 0, 3), _farm.Store.Row(job).Counts);
        _farm.Do(farm => farm.Renew(_farm.Context, FarmHarness.Claim(lease)));
        _farm.Rebuild();
        _farm.Complete(lease);
        Assert.Equal(TaskState.Cancelled, _farm.StateOf(lease.First));
        Assert.Equal(AttemptState.Cancelled, _farm.Store.Attempts[lease.Lease.Value]);
        Assert.Equal(JobState.Cancelled, _farm.StateOf(job));
        Assert.False(_farm.State.Holds(job));
    }

    [Fact]
    public void Ended_jobs_refuse_what_makes_no_sense_and_are_loaded_for_what_does()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        _farm.Complete(_farm.MustLease(_farm.Register()));
        Assert.False(_farm.State.Holds(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(farm => farm.Cancel(_farm.Context, job)));
        Assert.False(_farm.State.Holds(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.SetPriority(_farm.Context, job, 4));
        Assert.Equal(4, _farm.Store.Row(job).Priority);
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Pause(_farm.Context, job)));
    }

    [Fact]
    public void A_requeued_failed_task_opens_its_job_again_with_nothing_spent()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        LeaseGranted failed = _farm.MustLease(worker);
        _farm.Complete(failed, 1);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, failed.First));
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        Assert.Equal(new UnitRow(false, 0, 0, 1), _farm.Store.UnitRow(failed.First));
        LeaseGranted again = _farm.MustLease(worker);
        Assert.Equal(2, again.Number);
        _farm.Complete(again);
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_task_requeued_under_a_live_lease_is_lost_to_its_old_worker()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        WorkerId first = _farm.Register();
        WorkerId second = _farm.Register();
        LeaseGranted old = _farm.MustLease(first);
        _farm.Start(old);
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(farm => farm.RequeueUnit(_farm.Context, old.First)));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, old.First));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, old.First));
        LeaseGranted fresh = _farm.MustLease(second);
        _farm.Rebuild();
        Assert.Equal(
            FarmErrorKind.LeaseLost,
            _farm.Refused(farm => farm.Complete(_farm.Context, FarmHarness.Claim(old), FarmHarness.Result())));
        Assert.Equal(TaskState.Leased, _farm.StateOf(fresh.First));
        _farm.Complete(fresh);
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_job_with_one_cancelled_task_ends_cancelled()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, 0)));
        _farm.Complete(_farm.MustLease(_farm.Register()));
        Assert.Equal(JobState.Cancelled, _farm.StateOf(job));
    }

    [Fact]
    public void Cancelling_ten_million_units_writes_a_handful_of_rows()
    {
        JobId job = _farm.Submit(FarmHarness.Step(4));
        var plan = new Farm.Jobs.JobPlan { Name = "big", Steps = [FarmHarness.Step(10_000_000)] };
        FarmResult<JobId> big = _farm.State.Submit(_farm.Context, plan, new byte[] { 1 });
        _farm.State.TakeCommit();
        _farm.State.Cancel(_farm.Context, big.Value);
        Assert.Single(_farm.State.TakeCommit()!.Nodes);
        Assert.True(_farm.State.Holds(job));
    }
}
