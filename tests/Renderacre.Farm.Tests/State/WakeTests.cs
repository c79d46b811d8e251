using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

/// <summary>As many sleeping workers are woken as what waits can use.</summary>
public sealed class WakeTests
{
    private readonly FarmHarness _farm = new(new FarmSettings { Wakes = true });

    [Fact]
    public void One_task_wakes_one_worker_until_that_has_had_its_time_to_come()
    {
        WorkerId[] asleep = Asleep(5);
        _farm.Submit(FarmHarness.Step());
        Assert.Equal([asleep[0]], Woken());
        for (int look = 0; look < 19; look++)
            Assert.Empty(Woken());
    }

    [Fact]
    public void One_that_does_not_come_back_keeps_nobody_else_from_being_woken()
    {
        WorkerId[] asleep = Asleep(2);
        _farm.Submit(FarmHarness.Step());
        Assert.Equal([asleep[0]], Woken());
        _farm.Advance(300);
        Assert.Equal([asleep[1]], Woken());
        _farm.Advance(300);
        Assert.Equal([asleep[0]], Woken());
    }

    [Fact]
    public void Each_tasks_worker_is_woken_whichever_job_it_is_of_and_ten_at_a_look()
    {
        WorkerId[] asleep = Asleep(14);
        for (int job = 0; job < 12; job++)
            _farm.Submit(FarmHarness.Step());
        Assert.Equal(asleep[..10], Woken());
        _farm.Rebuild();
        Assert.Equal(asleep[10..12], Woken());
        Assert.Empty(Woken());
    }

    [Fact]
    public void A_worker_of_many_slots_is_woken_for_as_many_tasks()
    {
        WorkerId[] asleep = Asleep(4, 4);
        _farm.Submit(FarmHarness.Step(6));
        Assert.Equal(asleep[..2], Woken());
    }

    [Fact]
    public void Tasks_that_need_a_whole_worker_wake_one_each_whatever_its_slots()
    {
        WorkerId[] asleep = Asleep(4, 4, ("amount.worker.memory", "8"));
        var spec = new RequirementSpec { Amounts = [new AmountDemand("amount.worker.memory", 8000, null)] };
        _farm.Submit(FarmHarness.Needs(FarmHarness.Step(3), spec));
        Assert.Equal(asleep[..3], Woken());
    }

    [Fact]
    public void No_more_are_woken_than_limits_have_room_for()
    {
        WorkerId[] asleep = Asleep(5);
        _farm.DefineLimit("nuke", 2);
        var spec = new RequirementSpec { Limits = ["nuke"] };
        for (int job = 0; job < 3; job++)
            _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), spec));
        Assert.Equal(asleep[..2], Woken());
    }

    [Fact]
    public void No_more_are_woken_than_a_job_may_have_tasks_or_workers_at_a_time()
    {
        WorkerId[] asleep = Asleep(8);
        Submit(new PlanPolicy { MaxRunning = 2 });
        Assert.Equal(asleep[..2], Woken());
        Submit(new PlanPolicy { MaxWorkers = 3 });
        Assert.Equal(asleep[2..5], Woken());
    }

    [Fact]
    public void A_chunk_of_tasks_wakes_one_worker()
    {
        WorkerId[] asleep = Asleep(5);
        _farm.Submit(FarmHarness.Step(20) with { ChunkSize = 10 });
        Assert.Equal(asleep[..2], Woken());
    }

    [Fact]
    public void What_others_of_the_woken_cannot_run_wakes_one_that_can()
    {
        WorkerId[] asleep = [.. Asleep(1), .. Asleep(2, 1, ("app", "nuke"))];
        _farm.Submit(1, FarmHarness.Step());
        Assert.Equal([asleep[0]], Woken());
        _farm.Submit(FarmHarness.Needs(
            FarmHarness.Step(), new RequirementSpec { Labels = [new LabelDemand("app", "nuke")] }));
        Assert.Equal([asleep[1]], Woken());
    }

    [Fact]
    public void A_v1_worker_is_not_woken_as_what_it_was_before_it_registered_anew()
    {
        WorkerId first = Register("node");
        _farm.Advance(200);
        WorkerId second = Register("node");
        _farm.Advance(100);
        _farm.Submit(FarmHarness.Step(5));
        Assert.Empty(Woken());
        _farm.Advance(100);
        Assert.Equal([second], Woken());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_worker_that_is_back_under_an_old_id_is_not_woken_as_what_it_was_meanwhile()
    {
        SyncWorker old = _farm.RegisterSync(Registration("node"));
        _farm.Advance(200);
        _farm.EndBatch();
        Register("node");
        _farm.Advance(200);
        _farm.EndBatch();
        old.Sync(tellSessions: true);
        _farm.Submit(FarmHarness.Step(5));
        Assert.Empty(Woken());
        _farm.Advance(200);
        Assert.Equal([old.Id], Woken());
        _farm.Rebuild();
        _farm.Advance(300);
        Assert.Equal([old.Id], Woken());
    }

    private WorkerId[] Asleep(int count, int slots = 1, params (string Name, string Value)[] labels)
    {
        WorkerId[] asleep =
            [.. Enumerable.Range(0, count).Select(at => Register($"node{labels.Length}-{at}", slots, labels))];
        _farm.Advance(200);
        _farm.EndBatch();
        return asleep;
    }

    private WorkerId Register(string name, int slots = 1, params (string Name, string Value)[] labels) =>
        _farm.Do(farm => farm.Register(_farm.Context, Registration(name, slots, labels)));

    private static Farm.Workers.WorkerRegistration Registration(
        string name, int slots = 1, params (string Name, string Value)[] labels) =>
        FarmHarness.Registration(slots, null, [("power", "managed"), .. labels]) with { Name = name };

    private void Submit(PlanPolicy policy) =>
        _farm.Submit(new JobPlan { Name = "job", Policy = policy, Steps = [FarmHarness.Step(100)] });

    /// <summary>Who is woken at the next look.</summary>
    private WorkerId[] Woken()
    {
        _farm.Advance(15);
        _farm.EndBatch();
        return [.. _farm.Events.OfType<WorkerTended>().Where(tended => tended.Action == WorkerAction.Woken)
            .Select(tended => tended.Worker)];
    }
}
