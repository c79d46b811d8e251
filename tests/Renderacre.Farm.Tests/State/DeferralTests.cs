using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;

namespace Renderacre.Farm.Tests.State;

/// <summary>Failures that rules recognise: they spend nothing, up to a bound.</summary>
public sealed class DeferralTests
{
    private readonly FarmHarness _farm = new();
    private readonly WorkerId _worker;

    public DeferralTests() => _worker = _farm.Register();

    [Fact]
    public void A_licence_failure_waits_and_spends_no_retry()
    {
        Submit(new FailurePolicy { LicenceDelay = 30, RetryDelay = 999 });
        UnitRef unit = Fail(FailureRemedy.Licence);
        Assert.Equal(TaskState.Pending, _farm.StateOf(unit));
        Assert.Equal((0, 1), (_farm.Store.UnitRow(unit).FailuresSpent, _farm.Store.UnitRow(unit).Deferrals));
        _farm.Advance(29);
        _farm.Rebuild();
        Assert.Null(_farm.Lease(_worker));
        _farm.Advance(1);
        _farm.Complete(_farm.MustLease(_worker));
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(unit));
    }

    [Fact]
    public void A_rule_of_retry_tries_again_by_the_delay_of_retries()
    {
        Submit(new FailurePolicy { RetryDelay = 10 });
        Fail(FailureRemedy.Retry);
        _farm.Advance(10);
        Fail(FailureRemedy.Retry);
        _farm.Advance(10);
        Assert.Null(_farm.Lease(_worker));
        _farm.Advance(10);
        Assert.NotNull(_farm.Lease(_worker));
    }

    [Fact]
    public void So_many_in_a_row_and_the_next_one_is_a_failure_like_any_other()
    {
        JobId job = Submit(new FailurePolicy { DeferralsMax = 2, LicenceDelay = 1 });
        for (int time = 0; time < 2; time++)
        {
            Fail(FailureRemedy.Licence);
            _farm.Advance(1);
        }

        Fail(FailureRemedy.Licence);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void A_failure_of_another_kind_begins_a_new_row()
    {
        JobId job = Submit(new FailurePolicy { DeferralsMax = 1, LicenceDelay = 1 }, retries: 2);
        foreach (FailureRemedy? remedy in new FailureRemedy?[] { FailureRemedy.Licence, null, FailureRemedy.Licence })
        {
            Fail(remedy);
            _farm.Advance(1);
        }

        Assert.Equal(1, _farm.Store.UnitRow(new UnitRef(job, 0, 0)).FailuresSpent);
        Assert.NotNull(_farm.Lease(_worker));
    }

    [Fact]
    public void A_want_of_licences_is_not_held_against_the_worker()
    {
        _farm.Submit(new JobPlan
        {
            Name = "job",
            Policy = new PlanPolicy { WorkerFailuresMax = 1 },
            Steps = [FarmHarness.Step() with { Failures = new FailurePolicy { LicenceDelay = 1 } }],
        });
        Fail(FailureRemedy.Licence);
        _farm.Advance(1);
        Assert.NotNull(_farm.Lease(_worker));
    }

    private UnitRef Fail(FailureRemedy? remedy)
    {
        LeaseGranted lease = _farm.MustLease(_worker);
        AttemptResult result = FarmHarness.Result(1) with { Remedy = remedy };
        _farm.Do(farm => farm.Complete(_farm.Context, FarmHarness.Claim(lease), result));
        return lease.First;
    }

    private JobId Submit(FailurePolicy policy, int retries = 0) =>
        _farm.Submit(FarmHarness.Step(1, retries) with { Failures = policy });
}
