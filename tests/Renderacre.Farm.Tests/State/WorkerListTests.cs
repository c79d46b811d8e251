using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

public sealed class WorkerListTests
{
    private readonly FarmHarness _farm = new();

    [Theory]
    [InlineData("render01", "Render01", true)]
    [InlineData("render01", "render011", false)]
    [InlineData("render*", "render", true)]
    [InlineData("*1", "render01", true)]
    [InlineData("r*0*1", "render-10-01", true)]
    [InlineData("r*0*2", "render-10-01", false)]
    [InlineData("render??", "render01", true)]
    [InlineData("render??", "render1", false)]
    [InlineData("*", "", true)]
    [InlineData("", "render", false)]
    public void A_pattern_stands_for_names(string pattern, string name, bool matches) =>
        Assert.Equal(matches, WorkerLists.Matches(pattern, name));

    [Fact]
    public void Only_workers_that_a_job_allows_and_does_not_deny_run_it()
    {
        Submit(new WorkerLists(["gpu*"], ["gpu2"]));
        Assert.Null(_farm.Lease(Register("cpu1")));
        Assert.Null(_farm.Lease(Register("gpu2")));
        Assert.NotNull(_farm.Lease(Register("gpu1")));
    }

    [Fact]
    public void Another_job_goes_past_one_that_a_worker_may_not_run()
    {
        Submit(new WorkerLists(["gpu1"], []));
        JobId other = _farm.Submit(FarmHarness.Step());
        Assert.Equal(other, _farm.MustLease(Register("cpu1")).First.Job);
    }

    [Fact]
    public void A_farm_that_is_built_anew_knows_the_lists()
    {
        Submit(new WorkerLists(["gpu1"], []));
        WorkerId cpu = Register("cpu1"), gpu = Register("gpu1");
        _farm.Rebuild();
        Assert.Null(_farm.Lease(cpu));
        Assert.NotNull(_farm.Lease(gpu));
    }

    [Fact]
    public void A_worker_that_comes_back_under_another_name_is_judged_by_that()
    {
        Submit(new WorkerLists(["gpu1"], []));
        SyncWorker worker = _farm.RegisterSync(Registration("cpu1", null));
        worker.Sync();
        Assert.Empty(worker.Leases);
        SyncWorker renamed = _farm.RegisterSync(Registration("gpu1", worker.Id));
        renamed.Sync();
        Assert.NotEmpty(renamed.Leases);
    }

    [Fact]
    public void No_lease_is_asked_back_for_a_worker_that_may_not_run_it()
    {
        _farm.Submit(new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step(2)],
            Policy = new PlanPolicy { Workers = new WorkerLists(["gpu1"], []) },
        });
        SyncWorker gpu = _farm.RegisterSync(Registration("gpu1", null));
        gpu.Sync();
        Assert.Equal(2, gpu.Leases.Count);
        _farm.RegisterSync(Registration("cpu1", null)).Sync();
        gpu.Receive();
        Assert.Empty(gpu.Recalled);
    }

    [Fact]
    public void Which_list_keeps_a_worker_off_is_told()
    {
        Register("cpu1");
        Assert.Equal([WorkerObstacleKind.Denied], KeepsOff(new WorkerLists([], ["*1"])));
        Assert.Equal([WorkerObstacleKind.NotAllowed], KeepsOff(new WorkerLists(["gpu*"], [])));
        Assert.Equal(
            [WorkerObstacleKind.NotAllowed, WorkerObstacleKind.Denied], KeepsOff(new WorkerLists(["gpu*"], ["cpu?"])));
    }

    private IEnumerable<WorkerObstacleKind> KeepsOff(WorkerLists lists)
    {
        JobId job = Submit(lists);
        UnitExplanation why = _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 0)));
        return why.Workers!.Nearest!.Misses.Select(miss => miss.Kind);
    }

    private JobId Submit(WorkerLists lists) => _farm.Submit(new JobPlan
    {
        Name = "job",
        Priority = 5,
        Steps = [FarmHarness.Step()],
        Policy = new PlanPolicy { Workers = lists },
    });

    private WorkerId Register(string name) => _farm.Do(farm => farm.Register(_farm.Context, Registration(name, null)));

    private static WorkerRegistration Registration(string name, WorkerId? known) =>
        new(name, new Dictionary<string, string>(), 1, null, known, null);
}
