using System.Collections;

namespace Renderacre.Farm.Units;

/// <summary>Units that follow each other. Going through them with <c>foreach</c> allocates nothing.</summary>
/// <param name="First">The first unit.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct UnitRun(long First, long Count) : IEnumerable<long>
{
    /// <summary>The units in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<long> IEnumerable<long>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through a run.</summary>
    internal struct Enumerator(UnitRun run) : IEnumerator<long>
    {
        private readonly long _end = run.First + run.Count;

        /// <inheritdoc/>
        public long Current { get; private set; } = run.First - 1;

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++Current < _end;

        /// <inheritdoc/>
        public void Reset() => Current = run.First - 1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
