using OpenJd.Model.Jobs;
using Renderacre.Contracts.Sync;
using Renderacre.Worker.Hosts;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Hosts;

public sealed class MemoryLimitTests
{
    [Fact]
    public void The_declared_amount_is_in_mebibytes_and_the_most_counts_where_it_is_given()
    {
        Assert.Equal(512L << 20, MemoryLimit.Of(With(new AmountRequirement("amount.worker.memory", 512, null))));
        Assert.Equal(1024L << 20, MemoryLimit.Of(With(new AmountRequirement("Amount.Worker.Memory", 512, 1024))));
    }

    [Fact]
    public void A_session_that_asked_for_more_has_so_much_more()
    {
        Assert.Equal(
            768L << 20, MemoryLimit.Of(With(new AmountRequirement("amount.worker.memory", 512, null)), factor: 1.5));
    }

    [Fact]
    public void What_the_farm_has_reserved_counts_before_what_the_step_declares()
    {
        HostRequirements declared = With(new AmountRequirement("amount.worker.memory", 512, null));
        SessionAssignment older = Work.Session() with { MemoryFactor = 2 };
        Assert.Equal(1024L << 20, MemoryLimit.Of(older, declared));
        Assert.Equal(700, MemoryLimit.Of(older with { MemoryLimitBytes = 700 }, declared));
        Assert.Equal(700, MemoryLimit.Of(older with { MemoryLimitBytes = 700 }, null));
        Assert.Null(MemoryLimit.Of(older, null));
    }

    [Fact]
    public void Without_a_declared_amount_there_is_no_limit()
    {
        Assert.Null(MemoryLimit.Of(null));
        Assert.Null(MemoryLimit.Of(With(new AmountRequirement("amount.worker.vcpu", 2, null))));
        Assert.Null(MemoryLimit.Of(With(new AmountRequirement("amount.worker.memory", 0, null))));
    }

    private static HostRequirements With(AmountRequirement amount) => new() { Amounts = [amount] };
}
