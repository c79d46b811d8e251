using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Ranges;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Orders;

namespace Renderacre.Controller.Submission;

/// <summary>In which order the tasks of steps are given out, from the wire's terms to the farm's.</summary>
internal static class FrameOrders
{
    private const string Field = "frame_orders";

    /// <summary>The order of each step.</summary>
    /// <param name="orders">What is asked for, or null.</param>
    /// <param name="steps">Each step's name, with its parameters as their values lie in it.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>An order, or null for that of the parameter space, for each step.</returns>
    public static UnitOrder?[] Resolve(
        IReadOnlyList<FrameOrder>? orders, IReadOnlyList<(string Name, IReadOnlyList<SpaceAxis> Axes)> steps,
        FaultList faults)
    {
        var resolved = new UnitOrder?[steps.Count];
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (int at = 0; at < orders?.Count; at++)
        {
            string field = $"{Field}[{at}]";
            if (Check(field, orders[at], steps, named, faults))
                continue;
            for (int step = 0; step < steps.Count; step++)
            {
                if (Concerns(orders[at], orders, steps[step].Name))
                    resolved[step] = Resolve(field, orders[at], steps[step].Axes, faults);
            }
        }
        return resolved;
    }

    /// <summary>Orders of a nameless step of direct tasks: by their place in the list.</summary>
    /// <param name="orders">What is asked for, or null.</param>
    /// <param name="count">How many tasks.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static UnitOrder? ResolveDirect(IReadOnlyList<FrameOrder>? orders, int count, FaultList faults)
    {
        if (orders is not { Count: > 0 })
            return null;
        if (orders is not [{ Step: null, Parameter: null, Frames: null } only])
        {
            faults.Add(Field, "direct tasks have one order, of places in the list: no step, parameter or frames");
            return null;
        }
        return Check($"{Field}[0]", only, [("", [])], [], faults) ? null : Make(only, 1, count, []);
    }

    private static bool Concerns(FrameOrder order, IReadOnlyList<FrameOrder> all, string step) =>
        order.Step == step || (order.Step is null && all.All(other => other?.Step != step));

    private static bool Check(
        string field, FrameOrder? order, IReadOnlyList<(string Name, IReadOnlyList<SpaceAxis> Axes)> steps,
        HashSet<string> named, FaultList faults)
    {
        if (order is null)
        {
            faults.Add(field, "is null; give an order");
            return true;
        }
        string step = order.Step ?? "";
        bool isWrong = false;
        if (!named.Add(step))
            Add(field, step.Length == 0 ? "is a second order for all steps" : $"is a second order for step '{step}'");
        if (step.Length > 0 && steps.All(each => each.Name != step))
        {
            string nearest = NearestName.Suggest(step, steps.Select(each => each.Name));
            Add($"{field}.step", $"there is no step '{step}'.{nearest}");
        }
        if ((order.Order == FrameOrderKind.Every) != (order.Every >= 2))
            Add($"{field}.every", "is wanted for the order 'every' alone, 2 or more");
        if ((order.Order == FrameOrderKind.First) != (order.Frames is not null))
            Add($"{field}.frames", "is wanted for the order 'first' alone: frames such as 1,50,100");
        return isWrong;

        void Add(string where, string what)
        {
            faults.Add(where, what);
            isWrong = true;
        }
    }

    private static UnitOrder? Resolve(
        string field, FrameOrder order, IReadOnlyList<SpaceAxis> axes, FaultList faults)
    {
        // An order for all steps passes over those that it says nothing about.
        SpaceAxis? axis = order.Parameter is { } name
            ? axes.FirstOrDefault(each => each.Name == name)
            : axes.FirstOrDefault(each => each.IsInteger) ?? (axes.Count > 0 ? axes[0] : null);
        if (axis is null && order.Step is not null)
        {
            faults.Add($"{field}.parameter", axes.Count == 0
                ? $"step '{order.Step}' has no task parameters to order by"
                : $"step '{order.Step}' has no task parameter '{order.Parameter}'."
                    + NearestName.Suggest(order.Parameter!, axes.Select(each => each.Name))); // Else one was found.
        }
        if (axis is null)
            return null;
        IReadOnlyList<long> first = order.Frames is { } frames ? PlacesOf($"{field}.frames", frames, axis, faults) : [];
        return Make(order, axis.Stride, axis.Length, first);
    }

    private static UnitOrder? Make(FrameOrder order, long stride, long length, IReadOnlyList<long> first)
    {
        UnitOrderKind? kind = order.Order switch
        {
            FrameOrderKind.Forward => null,
            FrameOrderKind.Reverse => UnitOrderKind.Reverse,
            FrameOrderKind.Every => UnitOrderKind.Every,
            FrameOrderKind.MiddleOut => UnitOrderKind.MiddleOut,
            FrameOrderKind.First => UnitOrderKind.First,
        };
        // Forward by a parameter that is named and not the slowest is an order of its own: nothing comes before others.
        if (kind is null && (order.Parameter is null || stride == 1))
            return null;
        return new UnitOrder
        {
            Kind = kind ?? UnitOrderKind.First,
            Stride = stride,
            Length = length,
            Every = order.Every ?? 0,
            First = first,
        };
    }

    private static List<long> PlacesOf(string field, string frames, SpaceAxis axis, FaultList faults)
    {
        var places = new List<long>();
        if (Parse(field, frames, faults) is not { } range)
            return places;
        if (range.Count > UnitOrder.FirstMax)
        {
            faults.Add(field, $"has {range.Count} frames; at most {UnitOrder.FirstMax} are possible");
            return places;
        }
        for (long at = 0; at < range.Count; at++)
        {
            if (axis.PlaceOf(range[at]) is not { } place)
                faults.Add(field, $"{range[at]} is no value of the task parameter '{axis.Name}'");
            else
                places.Add(place);
        }
        return [.. places.Distinct()]; // A chunk may have several of the frames.
    }

    private static RangeExpression? Parse(string field, string frames, FaultList faults)
    {
        try
        {
            return RangeExpression.Parse(frames);
        }
        catch (ExpressionException fault)
        {
            faults.Add(field, $"'{frames}' is no range expression such as 1,50,100 or 1-100:10: {fault.Message}");
            return null;
        }
    }
}
