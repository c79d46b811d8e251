using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;

namespace Renderacre.Farm.Tests.State;

/// <summary>Editing jobs that are there.</summary>
public sealed class EditTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void Bounds_of_a_running_job_change_with_its_policy()
    {
        JobId job = _farm.Submit(FarmHarness.Step(5));
        WorkerId first = _farm.Register(3);
        WorkerId second = _farm.Register(3);
        _farm.MustLease(first);
        Edit(job, plan => plan with { Policy = new PlanPolicy { MaxWorkers = 1 } });
        Assert.Null(_farm.Lease(second));
        _farm.MustLease(first);
        Edit(job, plan => plan with { Policy = new PlanPolicy { MaxRunning = 2 } });
        Assert.Null(_farm.Lease(first));
        Edit(job, plan => plan with { Policy = null });
        _farm.MustLease(second);
        _farm.Rebuild();
        _farm.MustLease(second);
    }

    [Fact]
    public void A_moment_to_start_at_is_set_and_taken_away()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        WorkerId worker = _farm.Register();
        var later = new PlanPolicy { StartAfter = _farm.Context.Now.Plus(TimeSpan.FromHours(1)) };
        Edit(job, plan => plan with { Policy = later });
        Assert.Null(_farm.Lease(worker));
        Edit(job, plan => plan with { Policy = null });
        _farm.MustLease(worker);
    }

    [Fact]
    public void A_start_that_is_put_off_does_not_come_at_its_old_moment()
    {
        PlanPolicy After(int hours) => new() { StartAfter = _farm.Context.Now.Plus(TimeSpan.FromHours(hours)) };
        JobId job = _farm.Submit(new JobPlan { Name = "job", Steps = [FarmHarness.Step()], Policy = After(1) });
        WorkerId worker = _farm.Register();
        PlanPolicy later = After(9);
        Edit(job, plan => plan with { Policy = later });
        _farm.Advance(3601);
        Assert.Null(_farm.Lease(worker));
        _farm.Advance(8 * 3600);
        _farm.MustLease(worker);
    }

    [Fact]
    public void An_edit_that_keeps_the_order_keeps_what_is_left_of_it()
    {
        UnitOrder Order() => new() { Kind = UnitOrderKind.First, Length = 6, First = [4, 2] };
        JobId job = _farm.Submit(FarmHarness.Step(6) with { Order = Order() });
        WorkerId worker = _farm.Register(6);
        Assert.Equal(4, _farm.MustLease(worker).First.Unit);
        Edit(job, plan => plan with { Name = "other", Steps = [plan.Steps[0] with { Order = Order() }] });
        Assert.Equal(2, _farm.MustLease(worker).First.Unit);
        Assert.Equal(0, _farm.MustLease(worker).First.Unit);
    }

    [Fact]
    public void The_order_of_frames_changes_for_what_is_left()
    {
        JobId job = _farm.Submit(FarmHarness.Step(6));
        WorkerId worker = _farm.Register(6);
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(1, _farm.MustLease(worker).First.Unit);
        var order = new UnitOrder { Kind = UnitOrderKind.Reverse, Length = 6 };
        Edit(job, plan => plan with { Steps = [plan.Steps[0] with { Order = order }] });
        Assert.Equal(5, _farm.MustLease(worker).First.Unit);
        Edit(job, plan => plan with { Steps = [plan.Steps[0] with { Order = null }] });
        Assert.Equal(2, _farm.MustLease(worker).First.Unit);
    }

    [Fact]
    public void More_retries_count_from_the_next_failure_on()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        Edit(job, plan => plan with { Steps = [plan.Steps[0] with { MaxRetries = 1 }] });
        _farm.Complete(lease, exitCode: 1);
        _farm.MustLease(worker);
    }

    [Fact]
    public void Of_two_who_edit_a_job_at_a_time_the_second_is_refused_and_changes_nothing()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        JobPlan plan = _farm.Store.Job(job).Plan with { Revision = 1 };
        _farm.Do(farm => farm.Edit(_farm.Context, job, new PlanEdit(plan with { Name = "a" }, default, "name")));
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(
            farm => farm.Edit(_farm.Context, job, new PlanEdit(plan with { Name = "b" }, default, "name"))));
        Assert.Equal("a", _farm.Store.Job(job).Plan.Name);
    }

    [Fact]
    public void The_priority_that_was_set_before_stays_unless_another_is_given()
    {
        JobId job = _farm.Submit(3, FarmHarness.Step());
        _farm.Do(farm => farm.SetPriority(_farm.Context, job, 7));
        Edit(job, plan => plan with { Comment = "x" });
        Assert.Equal(7, _farm.Store.Row(job).Priority);
    }

    private void Edit(JobId job, Func<JobPlan, JobPlan> change)
    {
        JobPlan plan = _farm.Store.Job(job).Plan;
        var edit = new PlanEdit(change(plan) with { Revision = plan.Revision + 1 }, default, "");
        _farm.Do(farm => farm.Edit(_farm.Context, job, edit));
    }
}
