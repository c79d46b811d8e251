using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Tests.State;

public sealed class DependencyTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_step_waits_for_the_whole_of_another()
    {
        _farm.Submit(FarmHarness.Step(2), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register(3);
        LeaseGranted first = _farm.MustLease(worker);
        LeaseGranted second = _farm.MustLease(worker);
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(first);
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(second);
        Assert.Equal(1, _farm.MustLease(worker).First.Step);
    }

    [Fact]
    public void A_unit_waits_for_the_one_with_equal_parameters()
    {
        _farm.Submit(FarmHarness.Step(3), FarmHarness.Step(3) with { DependsOnEqualUnits = [0] });
        WorkerId worker = _farm.Register(6);
        LeaseGranted[] first = [_farm.MustLease(worker), _farm.MustLease(worker), _farm.MustLease(worker)];
        Assert.Null(_farm.Lease(worker));
        _farm.Complete(first[1]);
        LeaseGranted next = _farm.MustLease(worker);
        Assert.Equal((1, 1), (next.First.Step, next.First.Unit));
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_direct_task_waits_for_those_it_names()
    {
        StepPlan tasks = FarmHarness.Step(3) with { UnitDependencies = [[1], [2], []] };
        JobId job = _farm.Submit(tasks);
        WorkerId worker = _farm.Register();
        foreach (long expected in new long[] { 2, 1, 0 })
        {
            LeaseGranted lease = _farm.MustLease(worker);
            Assert.Equal(expected, lease.First.Unit);
            _farm.Rebuild();
            _farm.Complete(lease);
        }

        Assert.Equal(Contracts.Jobs.JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void Circles_are_named()
    {
        var steps = new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step(1, 0, 2), FarmHarness.Step(1, 0, 0), FarmHarness.Step(1, 0, 1)],
        };
        Assert.Contains("circle: 'step' → 'step' → 'step' → 'step'", Assert.Single(JobPlanCheck.Faults(steps)));
        var tasks = new JobPlan
        {
            Name = "job",
            Steps = [FarmHarness.Step(4) with { UnitDependencies = [[1], [3], [], [1]] }],
        };
        Assert.Contains("circle: 1 → 3 → 1", Assert.Single(JobPlanCheck.Faults(tasks)));
    }

    [Fact]
    public void Every_fault_of_a_plan_is_told_at_once()
    {
        StepPlan step = FarmHarness.Step(0, -1, 7) with { ChunkSize = 0, UnitClasses = [3], Classes = [] };
        IReadOnlyList<string> faults = JobPlanCheck.Faults(new JobPlan { Name = "job", Steps = [step] });
        string all = string.Join('\n', faults);
        foreach (string part in new[] { "0 units", "chunk size", "max_retries", "step number 7", "requirement class" })
            Assert.Contains(part, all, StringComparison.Ordinal);
    }
}
