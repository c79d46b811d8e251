using Renderacre.Contracts.Queues;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.State;

namespace Renderacre.Farm.Tests.State;

public sealed class QueueTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_queue_is_deleted_once_no_job_in_it_goes_on()
    {
        Define("film");
        var plan = new JobPlan { Name = "shot", Queue = "film", Steps = [FarmHarness.Step()] };
        JobId job = _farm.Do(farm => farm.Submit(_farm.Context, plan, new byte[] { 1 }));
        Assert.Equal(FarmErrorKind.StateConflict, Refused("film"));
        _farm.Rebuild();
        Assert.Equal(FarmErrorKind.StateConflict, Refused("film"));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        _farm.Do(farm => farm.DeleteQueue(_farm.Context, "film"));
        _farm.Rebuild();
        Assert.Equal(FarmErrorKind.NotFound, Refused("film"));
    }

    [Fact]
    public void There_are_so_many_at_most_and_one_of_them_may_be_changed()
    {
        for (int at = 0; at < FarmState.QueuesMax; at++)
            Define($"queue{at}");
        Define("queue7");
        var another = new FarmQueue { Name = "another" };
        Assert.Equal(
            FarmErrorKind.StateConflict, _farm.Refused(farm => farm.DefineQueue(_farm.Context, another)));
    }

    private void Define(string name) =>
        _farm.Do(farm => farm.DefineQueue(_farm.Context, new FarmQueue { Name = name }));

    private FarmErrorKind Refused(string name) => _farm.Refused(farm => farm.DeleteQueue(_farm.Context, name));
}
