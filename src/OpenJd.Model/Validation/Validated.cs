using System.Diagnostics.CodeAnalysis;

namespace OpenJd.Model.Validation;

/// <summary>A value, or all the faults that kept it from being made.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class Validated<T>
    where T : class
{
    internal Validated(T? value, ErrorCollector errors)
    {
        Errors = errors.Errors;
        Value = Errors.Count == 0 ? value : null;
    }

    /// <summary>The value, or null where there are faults.</summary>
    public T? Value { get; }

    /// <summary>All faults; none where there is a value.</summary>
    public IReadOnlyList<ValidationError> Errors { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}
