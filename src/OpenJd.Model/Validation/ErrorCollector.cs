namespace OpenJd.Model.Validation;

/// <summary>Gathers faults. A document with endless faults gets the first <see cref="MaxErrors"/>.</summary>
internal sealed class ErrorCollector
{
    public const int MaxErrors = 1000;
    private readonly List<ValidationError> _errors = [];

    public IReadOnlyList<ValidationError> Errors => _errors;

    public int Count => _errors.Count;

    /// <summary>Whether there is no room for another fault, so that there is no use in wording one.</summary>
    public bool IsFull => _errors.Count >= MaxErrors;

    public void Add(SourceLocation at, string message)
    {
        if (!IsFull)
            _errors.Add(new ValidationError(at.Path.ToString(), message, at.Line, at.Column));
    }

    public void Add(ValidationError error)
    {
        if (!IsFull) _errors.Add(error);
    }
}
