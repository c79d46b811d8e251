namespace Renderacre.Farm.Commands;

/// <summary>A command's answer: a value, or why it was refused.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct FarmResult<T>
{
    private readonly T? _value;

    private FarmResult(T? value, FarmError? error) => (_value, Error) = (value, error);

    /// <summary>Why the command was refused, or null.</summary>
    public FarmError? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public T Value => Error is null
        ? _value! // Set by every constructor path without an error.
        : throw new InvalidOperationException($"refused: {Error.Message}");

    /// <summary>An answer with a value.</summary>
    public static implicit operator FarmResult<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator FarmResult<T>(FarmError error) => new(default, error);
}
