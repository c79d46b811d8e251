using System.Diagnostics;

namespace OpenJd.Fuzz;

/// <summary>Gives many inputs to a target, each made of the seed and its own number.</summary>
/// <param name="target">The target.</param>
/// <param name="seed">The seed.</param>
public sealed class FuzzRun(IFuzzTarget target, ulong seed)
{
    private static readonly TimeSpan InputTimeMax = TimeSpan.FromSeconds(60);
    private long _current = -1;
    private long _startedAt;

    /// <summary>How many inputs were accepted.</summary>
    public long Accepted { get; private set; }

    /// <summary>The input of a number.</summary>
    public string Input(long number) => target.Make(RandomOf(number));

    /// <summary>Runs the inputs of some numbers.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told the number of each input before it is run.</param>
    /// <exception cref="FuzzException">An input was answered wrongly; the message has its number and text.</exception>
    public void Run(long first, long count, Action<long> progress)
    {
        using var watch = new Timer(_ => StopWhenHanging(), null, InputTimeMax, InputTimeMax);
        for (var number = first; number < first + count; number++)
        {
            progress(number);
            var input = Input(number);
            Volatile.Write(ref _startedAt, Stopwatch.GetTimestamp());
            Volatile.Write(ref _current, number);
            if (Run(number, input)) Accepted++;
            Volatile.Write(ref _current, -1);
        }
    }

    private bool Run(long number, string input)
    {
        try
        {
            return target.Run(input);
        }
        catch (Exception exception)
        {
            throw new FuzzException($"Input {number} of seed {seed}:\n{input}\n{exception}");
        }
    }

    /// <summary>There is no way to end an endless loop but to end the program.</summary>
    private void StopWhenHanging()
    {
        var number = Volatile.Read(ref _current);
        if (number < 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref _startedAt)) < InputTimeMax) return;
        Environment.FailFast($"Input {number} of seed {seed} takes more than {InputTimeMax}:\n{Input(number)}");
    }

    private Random RandomOf(long number)
    {
        var mixed = (seed + (ulong)number) * 0x9E3779B97F4A7C15;
        return new Random((int)(mixed >> 33));
    }
}
