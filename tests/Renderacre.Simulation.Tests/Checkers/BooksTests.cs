using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;
using Renderacre.Simulation.Checkers;
using Renderacre.Simulation.Ledgers;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Tests.Checkers;

/// <summary>Each checker of commits, shown one that breaks its promise.</summary>
public sealed class BooksTests
{
    private static readonly JobId Job = new(1);
    private static readonly WorkerId Worker = new(2);
    private static readonly Principal Asker = new("farm");

    private long _revision;

    [Fact]
    public void A_unit_under_two_live_leases_is_found()
    {
        Ledger ledger = Started(new LiveLeaseChecker(), new StepPlan { Name = "s", UnitCount = 2 });
        Apply(ledger, Lease(10, 0));
        Assert.Throws<Violation>(() => Apply(ledger, Lease(11, 0)));
    }

    [Fact]
    public void Leasing_what_waits_for_an_unfinished_step_is_found()
    {
        Ledger ledger = Started(
            new DependencyChecker(), new StepPlan { Name = "a", UnitCount = 1 },
            new StepPlan { Name = "b", UnitCount = 1, DependsOnSteps = [0] });
        Assert.Throws<Violation>(() => Apply(ledger, Lease(10, 0, step: 1)));
    }

    [Fact]
    public void More_sessions_than_a_limit_allows_are_found()
    {
        var spec = new RequirementSpec { Limits = ["maya"] };
        Ledger ledger = Started(new LimitChecker(), new StepPlan { Name = "s", UnitCount = 2, Classes = [spec] });
        Assert.Throws<Violation>(() => Apply(ledger, Session(20)));
    }

    [Fact]
    public void A_card_given_to_two_sessions_is_found()
    {
        Ledger ledger = Started(new CapacityChecker(), new StepPlan { Name = "s", UnitCount = 2 });
        Apply(ledger, Session(20) with { Gpus = ["nvidia:0"] });
        Assert.Throws<Violation>(() => Apply(ledger, Session(21) with { Gpus = ["nvidia:0"] }));
    }

    [Fact]
    public void A_counter_that_is_off_is_found()
    {
        Ledger ledger = Started(new CounterChecker(), new StepPlan { Name = "s", UnitCount = 2 });
        Assert.Throws<Violation>(() => Apply(ledger, Row(new UnitCounts(1, 1, 0, 0, 0, 0))));
    }

    [Fact]
    public void A_gap_in_the_revisions_is_found()
    {
        Ledger ledger = Started(new HistoryChecker(), new StepPlan { Name = "s", UnitCount = 1 });
        _revision++;
        Assert.Throws<Violation>(() => Apply(ledger, Row(new UnitCounts(1, 0, 0, 0, 0, 0))));
    }

    private Ledger Started(ICommitChecker checker, params StepPlan[] steps)
    {
        var ledger = new Ledger([checker], new ShareBook(ShareSubject.Owners, TimeSpan.FromDays(1)), _ => { });
        var row = new WorkerRow(
            "w", new Dictionary<string, string>(), 9, null, null, WorkerState.Online, default, default);
        var plan = new JobPlan { Name = "job", Steps = steps };
        Apply(ledger, new LimitDefined(new LimitRow("maya", 1)) { By = Asker, At = default });
        Apply(ledger, new WorkerRegistered(Worker, row) { By = Asker, At = default });
        Apply(ledger, new JobSubmitted(Job, plan, default) { By = Asker, At = default });
        Apply(ledger, Session(5));
        return ledger;
    }

    private void Apply(Ledger ledger, FarmEvent happened) =>
        ledger.Apply(new FarmCommit(++_revision, 100, [happened], []));

    private static SessionOpened Session(long id) =>
        new(new SessionId(id), Worker, Job, 0, 0, false) { By = Asker, At = default };

    private static LeaseGranted Lease(long id, long unit, int step = 0) => new(
        new LeaseId(id), new SessionId(5), Worker, new UnitRef(Job, step, unit), 1, 1, new LeaseToken(1, (ulong)id),
        false)
    {
        By = Asker,
        At = default,
    };

    private static JobChanged Row(UnitCounts counts) =>
        new(Job, JobState.Running, false, true, 0, counts, true) { By = Asker, At = default };
}
