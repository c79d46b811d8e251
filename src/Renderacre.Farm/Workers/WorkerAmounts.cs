using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Renderacre.Farm.Workers;

/// <summary>
/// What a worker has of each amount and what its sessions hold of it, by the amounts' numbers. The first few lie in the
/// worker itself, which a lease touches anyway. Never to be copied.
/// </summary>
internal struct WorkerAmounts()
{
    private const int InsideMax = 3;

    private Inside _inside;
    private Amount[] _beyond = [];

    /// <summary>An amount; of one that nobody has asked for before nothing is known.</summary>
    [UnscopedRef]
    public ref Amount this[int number]
    {
        get
        {
            if ((uint)number < InsideMax)
                return ref Unsafe.Add(ref _inside.First, number);
            if (number - InsideMax >= _beyond.Length)
                Array.Resize(ref _beyond, number - InsideMax + 1);
            return ref _beyond[number - InsideMax];
        }
    }

    /// <summary>How much there is of each is to be asked anew.</summary>
    public void ForgetTotals()
    {
        for (int number = 0; number < InsideMax + _beyond.Length; number++)
            this[number].IsKnown = false;
    }

    /// <summary>How much there is, once that was asked for, and how much sessions hold; scaled.</summary>
    internal record struct Amount(long Total, long Reserved, bool IsKnown);

    [InlineArray(InsideMax)]
    private struct Inside
    {
        public Amount First;
    }
}
