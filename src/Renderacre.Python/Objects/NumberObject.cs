using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>int and float objects.</summary>
internal static unsafe class NumberObject
{
    /// <summary>The value of an int.</summary>
    /// <param name="number">The int, borrowed.</param>
    /// <returns>The value, or null where 64 bits do not hold it.</returns>
    public static long? Read(nint number)
    {
        int overflow;
        var value = PythonApi.IntValue(number, &overflow);
        if (overflow != 0)
            return null;
        return value == -1 && PythonApi.ErrorOccurred() != 0 ? throw new PythonErrorException() : value;
    }

    /// <summary>The value of a float, or of an int as one.</summary>
    /// <param name="number">The float, borrowed.</param>
    public static double ReadFloat(nint number)
    {
        var value = PythonApi.FloatValue(number);
        return value == -1 && PythonApi.ErrorOccurred() != 0 ? throw new PythonErrorException() : value;
    }

    /// <summary>Makes an int.</summary>
    /// <returns>The int; owned by the caller.</returns>
    public static nint From(long value) => Reference.Own(PythonApi.IntFrom(value)).PassOn();

    /// <summary>Makes an int of any size.</summary>
    /// <param name="digits">Its decimal digits, with a sign where it is negative.</param>
    /// <returns>The int; owned by the caller.</returns>
    public static nint FromDigits(ReadOnlySpan<byte> digits)
    {
        const int Decimal = 10;
        byte[] terminated = [.. digits, 0];
        fixed (byte* start = terminated)
            return Reference.Own(PythonApi.IntFromDigits(start, null, Decimal)).PassOn();
    }

    /// <summary>Makes a float.</summary>
    /// <returns>The float; owned by the caller.</returns>
    public static nint From(double value) => Reference.Own(PythonApi.FloatFrom(value)).PassOn();
}
