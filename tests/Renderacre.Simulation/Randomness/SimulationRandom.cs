namespace Renderacre.Simulation.Randomness;

/// <summary>Random numbers from a seed, the same on every machine and with every runtime (xoshiro256**).</summary>
internal sealed class SimulationRandom
{
    private readonly ulong[] _state = new ulong[4];

    /// <summary>Starts from a seed.</summary>
    public SimulationRandom(ulong seed)
    {
        for (int at = 0; at < _state.Length; at++)
        {
            seed += 0x9E3779B97F4A7C15;
            ulong mixed = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
            _state[at] = mixed ^ mixed >> 31;
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_state[1] * 5, 7) * 9;
        ulong shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = ulong.RotateLeft(_state[3], 45);
        return result;
    }

    /// <summary>A number from 0 to below a bound.</summary>
    public int Next(int bound) => (int)(NextBits() % (ulong)bound);

    /// <summary>A number from a first to a last one, both included.</summary>
    public int Between(int first, int last) => first + Next(last - first + 1);

    /// <summary>A number from 0 to below 1.</summary>
    public double NextShare() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => NextShare() < probability;

    /// <summary>One of some things, at least one of them.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>A span that is as likely to end at any moment, with a mean.</summary>
    public TimeSpan Wait(TimeSpan mean) => mean * -Math.Log(1 - NextShare());

    /// <summary>A UUID.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextBits());
        BitConverter.TryWriteBytes(bytes[8..], NextBits());
        return new Guid(bytes);
    }

    /// <summary>Fills bytes.</summary>
    public void Fill(byte[] bytes)
    {
        for (int at = 0; at + 8 <= bytes.Length; at += 8)
            BitConverter.TryWriteBytes(bytes.AsSpan(at), NextBits());
    }
}
