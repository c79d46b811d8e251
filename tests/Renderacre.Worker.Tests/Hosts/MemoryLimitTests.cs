using OpenJd.Model.Jobs;
using Renderacre.Worker.Hosts;

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
    public void Without_a_declared_amount_there_is_no_limit()
    {
        Assert.Null(MemoryLimit.Of(null));
        Assert.Null(MemoryLimit.Of(With(new AmountRequirement("amount.worker.vcpu", 2, null))));
        Assert.Null(MemoryLimit.Of(With(new AmountRequirement("amount.worker.memory", 0, null))));
    }

    private static HostRequirements With(AmountRequirement amount) => new() { Amounts = [amount] };
}
