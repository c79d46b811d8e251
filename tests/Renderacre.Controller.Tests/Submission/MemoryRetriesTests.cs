using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Tests.Submission;

public sealed class MemoryRetriesTests
{
    [Fact]
    public void A_step_that_declares_memory_lists_its_classes_once_for_each_time_more()
    {
        StepPlan step = MemoryRetries.Apply(
            Step(new AmountDemand(MemoryDemand.Name, 1_000, 2_000)),
            new StepPolicy { MemoryRetryFactor = 3, MemoryRetryMax = 2 });
        Assert.Equal(2, step.Failures?.MemoryRetryMax);
        Assert.Equal([1_000L, 3_000L, 9_000L], step.Classes.Select(spec => spec.Amounts[0].Min));
        Assert.Equal([2_000L, 6_000L, 18_000L], step.Classes.Select(spec => spec.Amounts[0].Max));
        Assert.Empty(JobPlanCheck.Faults(new JobPlan { Name = "job", Steps = [step] }));
    }

    [Fact]
    public void Without_memory_or_without_a_wish_the_step_stays_as_it_is()
    {
        StepPlan other = Step(new AmountDemand("amount.worker.vcpu", 1_000, null));
        Assert.Same(other, MemoryRetries.Apply(other, new StepPolicy { MemoryRetryMax = 2 }));
        StepPlan unasked = Step(new AmountDemand(MemoryDemand.Name, 1_000, null));
        Assert.Same(unasked, MemoryRetries.Apply(unasked, new StepPolicy()));
    }

    [Fact]
    public void A_session_is_told_how_much_more_it_has()
    {
        var policy = new JobPolicy
        {
            MemoryRetryFactor = 1.5,
            Steps = new Dictionary<string, StepPolicy> { ["B"] = new() { MemoryRetryFactor = 4 } },
        };
        Assert.Equal(1, MemoryRetries.Factor(policy, "A", 0));
        Assert.Equal(2.25, MemoryRetries.Factor(policy, "A", 2));
        Assert.Equal(4, MemoryRetries.Factor(policy, "B", 1));
    }

    private static StepPlan Step(AmountDemand amount) => new()
    {
        Name = "step",
        UnitCount = 1,
        Classes = [new RequirementSpec { Amounts = [amount] }],
    };
}
