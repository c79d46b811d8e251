using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;

namespace Renderacre.Controller.Tests.Submission;

public sealed class FrameOrdersTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: Orders
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: Scene, type: STRING, range: [a, b, c]}
            - {name: Frame, type: INT, range: "10-100:10"}
            - {name: Tile, type: INT, range: "1-4"}
          script: {actions: {onRun: {command: run}}}
        - name: Chunks
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: "CHUNK[INT]", range: 1-100, chunks: CHUNKS}
            - {name: Camera, type: STRING, range: [left, right]}
          script: {actions: {onRun: {command: run}}}
        - name: Alone
          script: {actions: {onRun: {command: run}}}
        """;

    private const string Fixed = "{defaultTaskCount: 10, rangeConstraint: CONTIGUOUS}";
    private const string Cut = "{defaultTaskCount: 10, targetRuntimeSeconds: 60, rangeConstraint: CONTIGUOUS}";

    [Fact]
    public void An_order_goes_by_the_first_parameter_of_whole_numbers()
    {
        UnitOrder?[] orders = Orders(Fixed, new FrameOrder { Order = FrameOrderKind.Reverse });
        Assert.Equal((10, 4), (orders[0]!.Length, orders[0]!.Stride));
        Assert.Equal((10, 2), (orders[1]!.Length, orders[1]!.Stride));
        Assert.Null(orders[2]);
    }

    [Fact]
    public void A_step_of_its_own_entry_and_a_named_parameter_beat_what_is_said_of_all()
    {
        UnitOrder?[] orders = Orders(
            Fixed, new FrameOrder { Order = FrameOrderKind.Every, Every = 5 },
            new FrameOrder { Step = "Render", Order = FrameOrderKind.Reverse, Parameter = "Scene" });
        Assert.Equal((UnitOrderKind.Reverse, 3, 40), (orders[0]!.Kind, orders[0]!.Length, orders[0]!.Stride));
        Assert.Equal((UnitOrderKind.Every, 5), (orders[1]!.Kind, orders[1]!.Every));
    }

    [Fact]
    public void Frames_that_come_first_are_found_by_value()
    {
        var first = new FrameOrder { Order = FrameOrderKind.First, Frames = "100,10" };
        Assert.Equal([0, 9], Orders(Fixed, first with { Step = "Render" })[0]!.First);
        Assert.Equal([0, 9], Orders(Fixed, first with { Step = "Chunks" })[1]!.First);
    }

    [Fact]
    public void Of_chunks_that_are_cut_later_the_single_frames_are_ordered()
    {
        var first = new FrameOrder { Step = "Chunks", Order = FrameOrderKind.First, Frames = "50" };
        UnitOrder order = Orders(Cut, first)[1]!;
        Assert.Equal((100, 1), (order.Length, order.Stride));
        Assert.Equal([49], order.First);
        var reverse = new FrameOrder { Step = "Chunks", Order = FrameOrderKind.Reverse, Parameter = "Camera" };
        UnitOrder cameras = Orders(Cut, reverse)[1]!;
        Assert.Equal((2, 100), (cameras.Length, cameras.Stride));
    }

    [Fact]
    public void Forward_by_the_fastest_parameter_brings_all_of_its_first_value_first()
    {
        Assert.Null(Orders(Fixed, new FrameOrder { Order = FrameOrderKind.Forward })[0]);
        var order = new FrameOrder { Step = "Render", Order = FrameOrderKind.Forward, Parameter = "Frame" };
        Assert.Equal((UnitOrderKind.First, 0), (Orders(Fixed, order)[0]!.Kind, Orders(Fixed, order)[0]!.First.Count));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => Orders(
            Fixed,
            new FrameOrder { Step = "Rendr", Order = FrameOrderKind.Reverse },
            new FrameOrder { Step = "Alone", Order = FrameOrderKind.Reverse },
            new FrameOrder { Step = "Chunks", Order = FrameOrderKind.Every, Every = 1, Frames = "1" },
            new FrameOrder { Step = "Render", Order = FrameOrderKind.First, Frames = "11,10-x" },
            new FrameOrder { Step = "Render", Order = FrameOrderKind.Reverse, Parameter = "Fram" }));
        Assert.Contains("frame_orders[0].step: there is no step 'Rendr'. Did you mean", refused.Message);
        Assert.Contains("frame_orders[1].parameter: step 'Alone' has no task parameters", refused.Message);
        Assert.Contains("frame_orders[2].every: is wanted for the order 'every' alone, 2 or more", refused.Message);
        Assert.Contains("frame_orders[2].frames: is wanted for the order 'first' alone", refused.Message);
        Assert.Contains("frame_orders[3].frames: '11,10-x' is no range expression", refused.Message);
        Assert.Contains("frame_orders[4]: is a second order for step 'Render'", refused.Message);
    }

    [Fact]
    public void A_frame_that_the_step_does_not_have_is_named()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => Orders(
            Fixed, new FrameOrder { Step = "Render", Order = FrameOrderKind.First, Frames = "15" }));
        Assert.Contains("15 is no value of the task parameter 'Frame'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Direct_tasks_are_ordered_by_their_place()
    {
        var task = new TaskSubmit { Name = "a", Command = new CommandSpec { Executable = "true" } };
        var submit = new JobSubmit { Name = "direct", Tasks = [task, task with { Name = "b" }] };
        JobSubmit reverse = submit with { FrameOrders = [new FrameOrder { Order = FrameOrderKind.Reverse }] };
        Assert.Equal(2, JobPreparation.Prepare(reverse).Plan.Steps[0].Order!.Length);
        Assert.Equal(FrameOrderKind.Reverse, Assert.Single(JobPreparation.Prepare(reverse).Work.FrameOrders!).Order);
        Assert.Throws<RefusedException>(() => JobPreparation.Prepare(submit with
        {
            FrameOrders = [new FrameOrder { Order = FrameOrderKind.First, Frames = "1" }],
        }));
    }

    private static UnitOrder?[] Orders(string chunks, params FrameOrder[] orders)
    {
        JobPlan plan = JobPreparation.Prepare(new JobSubmit
        {
            Name = "orders",
            Openjd = new OpenJdSubmit { TemplateYaml = Template.Replace("CHUNKS", chunks, StringComparison.Ordinal) },
            FrameOrders = orders,
        }).Plan;
        return [.. plan.Steps.Select(step => step.Order)];
    }
}
