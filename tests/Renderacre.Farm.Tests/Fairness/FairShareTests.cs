using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.Fairness;

public sealed class FairShareTests
{
    private readonly FarmHarness _farm = new(new FarmSettings { ShareHalfLife = TimeSpan.FromHours(1) });

    [Fact]
    public void Owners_take_turns_however_many_tasks_one_submitted_first()
    {
        JobId ann = Submit("ann", 100);
        JobId bo = Submit("bo", 100);
        WorkerId worker = _farm.Register(4);
        JobId[] served = [.. Enumerable.Range(0, 4).Select(_ => _farm.MustLease(worker).First.Job)];
        Assert.Equal([ann, bo, ann, bo], served);
    }

    [Fact]
    public void Twice_the_weight_gets_twice_the_slots()
    {
        JobId ann = Submit("ann", 100);
        Submit("bo", 100);
        _farm.Do(farm => farm.DefineShare(_farm.Context, "ann", 200));
        WorkerId worker = _farm.Register(9);
        int served = Enumerable.Range(0, 9).Count(_ => _farm.MustLease(worker).First.Job == ann);
        Assert.Equal(6, served);
    }

    [Fact]
    public void Queues_share_the_farm_where_it_is_set_so()
    {
        var farm = new FarmHarness(new FarmSettings { ShareBetween = ShareSubject.Queues });
        JobId film = farm.Submit(new JobPlan { Name = "a", Queue = "film", Steps = [FarmHarness.Step(9)] });
        farm.Submit(new JobPlan { Name = "b", Queue = "tests", Steps = [FarmHarness.Step(9)] });
        farm.Do(state => state.DefineShare(farm.Context, "film", 200));
        WorkerId worker = farm.Register(6);
        Assert.Equal(4, Enumerable.Range(0, 6).Count(_ => farm.MustLease(worker).First.Job == film));
    }

    [Fact]
    public void Priority_goes_before_shares()
    {
        JobId ann = Submit("ann", 10, priority: 1);
        Submit("bo", 10);
        WorkerId worker = _farm.Register(3);
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(ann, _farm.MustLease(worker).First.Job));
    }

    [Fact]
    public void Who_used_the_farm_lately_waits_for_who_did_not_and_that_fades()
    {
        JobId ann = Submit("ann", 100);
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Start(lease);
        _farm.Advance(90);
        _farm.Complete(lease);
        JobId bo = Submit("bo", 100);
        Assert.Equal(bo, Serve(worker, 0));
        Assert.Equal(90, Used("ann"), 1.0);
        _farm.Advance(2 * 3600);
        Assert.Equal(90 / 4.0, Used("ann"), 1.0);
        Assert.Equal(bo, Serve(worker, 30));
        Assert.Equal(ann, Serve(worker, 0));
    }

    [Fact]
    public void Jobs_that_name_nobody_share_as_one_and_go_by_age()
    {
        JobId first = _farm.Submit(FarmHarness.Step(2));
        JobId second = _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register(4);
        JobId[] served = [.. Enumerable.Range(0, 4).Select(_ => _farm.MustLease(worker).First.Job)];
        Assert.Equal([first, first, second, second], served);
    }

    [Fact]
    public void A_session_yields_to_an_owner_who_has_had_much_less()
    {
        Submit("ann", 1000);
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        JobId bo = Submit("bo", 10);
        for (int task = 0; task < 10 && worker.Sessions.All(session => session.Job != bo); task++)
        {
            LeaseGranted head = worker.Leases[0];
            worker.Start(head).Sync();
            _farm.Advance(60);
            worker.Complete(head).Sync();
            foreach (SessionId ending in worker.Ending.ToList())
                worker.End(ending).Sync();
        }

        Assert.Contains(worker.Sessions, session => session.Job == bo);
    }

    [Fact]
    public void What_shares_had_outlives_a_restart()
    {
        Submit("ann", 10);
        _farm.Do(farm => farm.DefineShare(_farm.Context, "ann", 300));
        WorkerId worker = _farm.Register();
        Serve(worker, 50);
        ShareUse before = Assert.Single(_farm.State.ShareUses(_farm.Context), use => use.Name == "ann");
        _farm.Rebuild();
        Assert.Equal(before, Assert.Single(_farm.State.ShareUses(_farm.Context), use => use.Name == "ann"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void A_weight_out_of_bounds_is_refused(int weight) => Assert.Equal(
        FarmErrorKind.Invalid, _farm.Refused(farm => farm.DefineShare(_farm.Context, "ann", weight)));

    private JobId Submit(string owner, long units, int priority = 0) => _farm.Submit(new JobPlan
    {
        Name = "job",
        Owner = owner,
        Priority = priority,
        Steps = [FarmHarness.Step(units)],
    });

    private JobId Serve(WorkerId worker, double seconds)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Start(lease);
        _farm.Advance(seconds);
        _farm.Complete(lease);
        return lease.First.Job;
    }

    private double Used(string name) =>
        _farm.State.ShareUses(_farm.Context).Single(use => use.Name == name).Used.TotalSeconds;
}
