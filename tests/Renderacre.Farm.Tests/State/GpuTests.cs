using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

public sealed class GpuTests
{
    private const string Count = "amount.worker.gpu";
    private const string Memory = "amount.worker.gpu.memory";

    private readonly FarmHarness _farm = new();

    [Fact]
    public void Each_session_has_cards_of_its_own_and_gives_them_back()
    {
        Submit(4, (Count, 1));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0", "nvidia:1"], worker.Sessions.SelectMany(GpusOf));

        SessionOpened first = worker.Sessions[0];
        LeaseGranted lease = worker.Leases.First(each => each.Session == first.Session);
        worker.Start(lease).Complete(lease, LeaseOutcome.Failed).End(first.Session).Sync();
        Assert.Equal(["nvidia:1", "nvidia:0"], worker.Sessions.SelectMany(GpusOf));
    }

    [Fact]
    public void A_session_gets_as_many_different_cards_as_its_step_asks_for()
    {
        Submit(2, (Count, 2));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192, 8192, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0", "nvidia:1"], GpusOf(Assert.Single(worker.Sessions)));
    }

    [Fact]
    public void A_part_of_a_card_takes_a_whole_one()
    {
        Submit(2, (Count, 0.5));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192);
        worker.Sync();
        Assert.Single(worker.Sessions);
    }

    [Fact]
    public void Cards_that_may_be_shared_are_shared_evenly_and_only_so_often()
    {
        Submit(9, (Count, 1));
        SyncWorker worker = Register(slots: 9, shares: 2, 8192, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0", "nvidia:1", "nvidia:0", "nvidia:1"], worker.Sessions.SelectMany(GpusOf));
    }

    [Fact]
    public void Shares_of_one_card_do_not_make_two_of_it()
    {
        Submit(1, (Count, 2));
        SyncWorker worker = Register(slots: 4, shares: 4, 8192);
        worker.Sync();
        Assert.Empty(worker.Sessions);
    }

    [Fact]
    public void Memory_is_asked_of_each_card_and_not_of_all_together()
    {
        Submit(2, (Count, 1), (Memory, 6000));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0", "nvidia:1"], worker.Sessions.SelectMany(GpusOf));
    }

    [Fact]
    public void Sessions_that_share_a_card_share_its_memory()
    {
        Submit(3, (Memory, 3000));
        SyncWorker worker = Register(slots: 4, shares: 4, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0", "nvidia:0"], worker.Sessions.SelectMany(GpusOf));
    }

    [Fact]
    public void A_session_that_asks_for_no_card_has_none()
    {
        Submit(1);
        SyncWorker worker = Register(slots: 1, shares: 1, 8192);
        worker.Sync();
        Assert.Empty(GpusOf(Assert.Single(worker.Sessions)));
    }

    [Fact]
    public void Cards_that_are_a_mere_number_are_counted_and_not_told_apart()
    {
        Submit(3, (Count, 1), (Memory, 6000));
        SyncWorker worker = _farm.RegisterSync(4, (Count, "2"), (Memory, "8192"));
        worker.Sync();
        Assert.Equal(2, worker.Sessions.Count);
        Assert.All(worker.Sessions, session => Assert.Null(session.Gpus));
    }

    [Fact]
    public void A_farm_that_is_built_anew_gives_no_card_twice()
    {
        Submit(2, (Count, 1));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192);
        worker.Sync();
        _farm.Rebuild();
        worker.Sync();
        Assert.Equal(["nvidia:0"], worker.Sessions.SelectMany(GpusOf));
    }

    [Fact]
    public void A_worker_that_comes_back_with_other_cards_keeps_the_books_of_those_in_use()
    {
        Submit(3, (Count, 1));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192);
        worker.Sync();
        Assert.Equal(["nvidia:0"], GpusOf(Assert.Single(worker.Sessions)));

        Register(worker.Id, new GpuDevice("nvidia:0", null, 8192), new GpuDevice("nvidia:2", null, 8192)).Sync();

        SessionOpened second = Assert.Single(_farm.Events.OfType<SessionOpened>());
        Assert.Equal(["nvidia:2"], GpusOf(second));
    }

    [Fact]
    public void A_task_that_waits_for_a_card_is_told_so()
    {
        JobId job = Submit(3, (Count, 2));
        SyncWorker worker = Register(slots: 4, shares: 1, 8192, 8192, 8192);
        worker.Sync();
        UnitExplanation why = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 2)));
        Assert.Contains(
            new WorkerMiss(WorkerObstacleKind.GpusTaken, Count, "2", "1"), why.Workers!.Nearest!.Misses);
    }

    private static IReadOnlyList<string> GpusOf(SessionOpened session) =>
        session.Gpus ?? throw new InvalidOperationException("the worker's cards are not told apart");

    private JobId Submit(long units, params (string Name, double Min)[] amounts) => _farm.Submit(FarmHarness.Needs(
        FarmHarness.Step(units, retries: 3),
        new RequirementSpec
        {
            Amounts = [.. amounts.Select(each => new AmountDemand(each.Name, AmountScale.Scale(each.Min), null))],
        }));

    private SyncWorker Register(int slots, int shares, params long[] memory) => Register(
        null, slots, shares,
        [.. memory.Select((mebibytes, index) => new GpuDevice($"nvidia:{index}", null, mebibytes))]);

    private SyncWorker Register(WorkerId known, params GpuDevice[] gpus) => Register(known, 4, 1, gpus);

    private SyncWorker Register(WorkerId? known, int slots, int shares, GpuDevice[] gpus)
    {
        var labels = new Dictionary<string, string>
        {
            [Count] = $"{gpus.Length}",
            [Memory] = $"{gpus.Min(gpu => gpu.MemoryMib)}",
        };
        return _farm.RegisterSync(new WorkerRegistration("worker", labels, slots, null, known, null)
        {
            Gpus = gpus,
            GpuShares = shares,
        });
    }
}
