using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

public sealed class EndTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Each_step_ends_when_all_of_it_has_succeeded_and_the_job_with_its_last_step()
    {
        JobId job = _farm.Submit(FarmHarness.Step(), FarmHarness.Step(1, 0, 0));
        WorkerId worker = _farm.Register();
        Run(worker);
        Assert.Equal([$"step 0 {JobState.Succeeded}"], Ends());
        _farm.Rebuild();
        Run(worker);
        Assert.Equal([$"step 1 {JobState.Succeeded}", $"job {JobState.Succeeded}"], Ends());
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_job_that_fails_ends_with_all_steps_that_had_not()
    {
        _farm.Submit(FarmHarness.Step(), FarmHarness.Step(1, 0, 0));
        Run(_farm.Register(), exitCode: 1);
        Assert.Equal(
            [$"step 0 {JobState.Failed}", $"step 1 {JobState.Failed}", $"job {JobState.Failed}"], Ends());
    }

    [Fact]
    public void A_job_that_is_cancelled_ends_once_however_often_that_is_asked()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Assert.Equal([$"step 0 {JobState.Cancelled}", $"job {JobState.Cancelled}"], Ends());
        _farm.Rebuild();
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.SetPriority(_farm.Context, job, 9));
        Assert.Empty(Ends());
    }

    [Fact]
    public void A_job_that_goes_on_again_ends_again()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        WorkerId worker = _farm.Register();
        Run(worker, exitCode: 1);
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true }));
        Assert.Empty(Ends());
        Run(worker);
        Assert.Equal([$"step 0 {JobState.Succeeded}", $"job {JobState.Succeeded}"], Ends());
    }

    private void Run(WorkerId worker, int exitCode = 0) => _farm.Complete(_farm.MustLease(worker), exitCode);

    private List<string> Ends() =>
    [
        .. _farm.Events.Select(happened => happened switch
        {
            StepEnded step => $"step {step.Step} {step.State}",
            JobEnded ended => $"job {ended.State}",
            _ => null,
        }).OfType<string>(),
    ];
}
