using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

/// <summary>Units that ended for lack of memory ask for more of it when they are tried again.</summary>
public sealed class MemoryRetryTests
{
    private readonly FarmHarness _farm = new();
    private readonly WorkerId _small;
    private readonly WorkerId _large;

    public MemoryRetryTests()
    {
        _small = _farm.Register(1, (MemoryDemand.Name, "1000"));
        _large = _farm.Register(1, (MemoryDemand.Name, "4000"));
    }

    [Fact]
    public void A_unit_that_ran_out_of_memory_goes_to_a_host_with_more_and_others_go_on_where_they_were()
    {
        JobId job = Submit(2);
        UnitRef unit = Exhaust(_small);
        Assert.Equal(new UnitRef(job, 0, 1), _farm.MustLease(_small).First);
        _farm.Rebuild();
        LeaseGranted again = _farm.MustLease(_large);
        Assert.Equal(unit, again.First);
        Assert.Equal(1, Opened(again).Class);
        _farm.Complete(again);
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(unit));
    }

    [Fact]
    public void It_asks_for_more_as_often_as_it_may_and_spends_a_retry_each_time()
    {
        JobId job = Submit(1);
        Exhaust(_small);
        Assert.Null(_farm.Lease(_small));
        Exhaust(_large);
        Assert.Equal(2, _farm.Store.UnitRow(new UnitRef(job, 0, 0)).MemoryLevel);
        Exhaust(_large);
        Assert.Equal(2, _farm.Store.UnitRow(new UnitRef(job, 0, 0)).MemoryLevel);
        Exhaust(_large);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void A_session_is_told_the_memory_that_is_reserved_for_it_after_a_restart_too()
    {
        var farm = new FarmHarness();
        SyncWorker worker = farm.RegisterSync(1, (MemoryDemand.Name, "4000"));
        farm.Submit(Step(1));
        Assert.Equal(1000 * AmountScale.Factor, Assert.Single(worker.Sync().Sessions).Memory);
        LeaseGranted lease = worker.Leases[0];
        worker.Start(lease).Complete(lease, LeaseOutcome.OutOfMemory).End(lease.Session).Sync(answerLost: true);
        farm.Rebuild();
        Assert.Equal(
            2000 * AmountScale.Factor, Assert.Single(farm.State.NewsFor(worker.Id, lastMessage: 0).Sessions).Memory);
    }

    [Fact]
    public void The_most_memory_counts_where_it_is_given_and_none_where_none_is_asked_for()
    {
        static long? MostOf(params AmountDemand[] amounts) =>
            MemoryDemand.MostOf(new RequirementSpec { Amounts = amounts });
        Assert.Equal(1000, MostOf(new("amount.worker.vcpu", 1, null), new("Amount.Worker.Memory", 1000, null)));
        Assert.Equal(2000, MostOf(new AmountDemand(MemoryDemand.Name, 1000, 2000)));
        Assert.Null(MostOf(new AmountDemand(MemoryDemand.Name, 0, null)));
        Assert.Null(MostOf());
    }

    [Fact]
    public void A_failure_of_another_kind_asks_for_no_more()
    {
        Submit(1);
        _farm.Complete(_farm.MustLease(_small), 1);
        Assert.NotNull(_farm.Lease(_small));
    }

    [Fact]
    public void A_requeue_asks_for_what_the_step_declares_again()
    {
        Submit(1);
        UnitRef unit = Exhaust(_small);
        Assert.Null(_farm.Lease(_small));
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, unit));
        Assert.Equal(unit, _farm.MustLease(_small).First);
    }

    [Fact]
    public void A_job_that_is_cancelled_and_requeued_starts_over_whatever_asked_for_more()
    {
        JobId job = Submit(2);
        Exhaust(_small);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Cancelled = true }));
        Assert.Equal(new UnitRef(job, 0, 0), _farm.MustLease(_small).First);
    }

    [Fact]
    public void A_unit_that_asked_for_more_than_an_edited_policy_allows_asks_for_the_most_that_it_allows()
    {
        JobId job = Submit(1);
        Exhaust(_small);
        Exhaust(_large);
        JobPlan plan = _farm.Store.Job(job).Plan;
        StepPlan less = plan.Steps[0] with
        {
            Failures = new FailurePolicy { MemoryRetryMax = 1 },
            Classes = [Spec(1000), Spec(2000)],
        };
        var edit = new PlanEdit(plan with { Revision = plan.Revision + 1, Steps = [less] }, default, "policy");
        _farm.Do(farm => farm.Edit(_farm.Context, job, edit));
        _farm.Rebuild();
        Assert.Null(_farm.Lease(_small));
        LeaseGranted again = _farm.MustLease(_large);
        Assert.Equal(_farm.Store.Job(job).Plan.Steps[0].FirstClass + 1, Opened(again).Class);
    }

    [Fact]
    public void Memory_is_raised_and_nothing_else()
    {
        RequirementSpec raised = MemoryDemand.Raise(Spec(1000), 1.5);
        Assert.Equal(
            [new AmountDemand(MemoryDemand.Name, 1_500_000, null), new AmountDemand("amount.worker.vcpu", 1000, null)],
            raised.Amounts);
    }

    private SessionOpened Opened(LeaseGranted lease) =>
        _farm.Store.Snapshot().Sessions.Single(session => session.Opened.Session == lease.Session).Opened;

    private UnitRef Exhaust(WorkerId worker)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        var result = new AttemptResult(LeaseOutcome.OutOfMemory, null, null, null, null, null, []);
        _farm.Do(farm => farm.Complete(_farm.Context, FarmHarness.Claim(lease), result));
        return lease.First;
    }

    private JobId Submit(long units) => _farm.Submit(Step(units));

    private static StepPlan Step(long units) => FarmHarness.Step(units, retries: 3) with
    {
        Failures = new FailurePolicy { MemoryRetryMax = 2 },
        Classes = [Spec(1000), Spec(2000), Spec(4000)],
    };

    private static RequirementSpec Spec(long mebibytes) => new()
    {
        Amounts =
        [
            new AmountDemand(MemoryDemand.Name, mebibytes * AmountScale.Factor, null),
            new AmountDemand("amount.worker.vcpu", 1000, null),
        ],
    };
}
