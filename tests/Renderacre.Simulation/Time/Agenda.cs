namespace Renderacre.Simulation.Time;

/// <summary>What is going to happen, in order of time; of the same moment in the order of planning.</summary>
internal sealed class Agenda(SimulatedTime time)
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _planned = new();
    private long _order;

    /// <summary>The time.</summary>
    public SimulatedTime Time { get; } = time;

    /// <summary>What has passed since the beginning.</summary>
    public TimeSpan Now => Time.Passed;

    /// <summary>How many things are planned.</summary>
    public int Count => _planned.Count;

    /// <summary>Plans something.</summary>
    /// <param name="wait">In how long.</param>
    /// <param name="act">What.</param>
    public void After(TimeSpan wait, Action act) =>
        _planned.Enqueue(act, (Now + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero), _order++));

    /// <summary>Does the next thing.</summary>
    /// <param name="until">Nothing later than this.</param>
    /// <returns>False where nothing is planned until then.</returns>
    public bool Step(TimeSpan until)
    {
        if (!_planned.TryPeek(out Action? act, out (TimeSpan At, long Order) place) || place.At > until)
            return false;
        _planned.Dequeue();
        Time.Passed = place.At;
        act();
        return true;
    }
}
