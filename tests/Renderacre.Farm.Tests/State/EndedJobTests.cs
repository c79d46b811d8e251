using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class EndedJobTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_job_that_has_not_ended_is_neither_archived_nor_deleted()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(farm => farm.Archive(_farm.Context, job, true)));
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(farm => farm.Delete(_farm.Context, job)));
        Assert.True(_farm.Store.Has(job));
    }

    [Fact]
    public void An_unknown_job_is_neither_archived_requeued_nor_deleted()
    {
        var job = new JobId(7);
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Archive(_farm.Context, job, true)));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Delete(_farm.Context, job)));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(
            farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
    }

    [Fact]
    public void An_ended_job_is_archived_once_and_taken_out_again()
    {
        JobId job = Ended();
        Load(job);
        _farm.Do(farm => farm.Archive(_farm.Context, job, true));
        Assert.True(_farm.Store.Row(job).Archived);
        Load(job);
        _farm.Do(farm => farm.Archive(_farm.Context, job, true));
        Assert.Empty(_farm.Events);
        Load(job);
        _farm.Do(farm => farm.Archive(_farm.Context, job, false));
        Assert.False(_farm.Store.Row(job).Archived);
    }

    [Fact]
    public void A_requeue_takes_a_job_out_of_the_archive()
    {
        JobId job = Ended(exitCode: 1);
        Load(job);
        _farm.Do(farm => farm.Archive(_farm.Context, job, true));
        Load(job);
        Assert.Equal(1, _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true })));
        Assert.Equal((JobState.Running, false), (_farm.StateOf(job), _farm.Store.Row(job).Archived));
    }

    [Fact]
    public void A_deleted_job_is_gone_and_its_number_is_not_given_again()
    {
        JobId job = Ended();
        Load(job);
        _farm.Do(farm => farm.Delete(_farm.Context, job));
        Assert.False(_farm.Store.Has(job));
        Assert.Single(_farm.Events.OfType<JobDeleted>());
        _farm.Rebuild();
        Assert.NotEqual(job, _farm.Submit(FarmHarness.Step()));
    }

    [Fact]
    public void A_cancelled_job_is_deleted_only_after_its_worker_has_reported()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        LeaseGranted lease = _farm.MustLease(_farm.Register());
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(farm => farm.Delete(_farm.Context, job)));
        _farm.Complete(lease);
        Load(job);
        _farm.Do(farm => farm.Delete(_farm.Context, job));
        Assert.False(_farm.Store.Has(job));
    }

    private JobId Ended(int exitCode = 0)
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        _farm.Complete(_farm.MustLease(_farm.Register()), exitCode);
        return job;
    }

    private void Load(JobId job) => _farm.State.LoadJob(_farm.Store.Job(job));
}
