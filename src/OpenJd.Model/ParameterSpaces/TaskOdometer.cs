using OpenJd.Model.Jobs;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>
/// Goes through a space place by place; values that stay the same from one task to the next are kept.
/// </summary>
internal sealed class TaskOdometer
{
    private readonly IReadOnlyList<SpaceNode> _wheels;
    private readonly long[] _places;

    public TaskOdometer(SpaceNode root, int parameterCount, long index)
    {
        _wheels = root is ProductNode product ? product.Factors : [root];
        _places = new long[_wheels.Count];
        Row = new TaskParameterValue[parameterCount];
        for (var i = _wheels.Count - 1; i >= 0; i--)
        {
            (index, _places[i]) = Math.DivRem(index, _wheels[i].Length);
            _wheels[i].Fill(_places[i], Row);
        }
    }

    /// <summary>The values of the task that the odometer stands at.</summary>
    public TaskParameterValue[] Row { get; }

    /// <summary>Goes to the next task.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext()
    {
        for (var i = _wheels.Count - 1; i >= 0; i--)
        {
            var wraps = ++_places[i] == _wheels[i].Length;
            if (wraps) _places[i] = 0;
            _wheels[i].Fill(_places[i], Row);
            if (!wraps) return true;
        }

        return false;
    }
}
