namespace OpenJd.Model.Validation;

/// <summary>Gathers faults. A document with endless faults gets the first <see cref="MaxErrors"/>.</summary>
internal sealed class ErrorCollector
{
    public const int MaxErrors = 1000;
    private readonly List<ValidationError> _errors = [];

    public IReadOnlyList<ValidationError> Errors => _errors;

    public int Count => _errors.Count;

    public void Add(SourceLocation at, string message)
    {
        if (_errors.Count < MaxErrors)
            _errors.Add(new ValidationError(at.Path.ToString(), message, at.Line, at.Column));
    }

    public void Add(ValidationError error)
    {
        if (_errors.Count < MaxErrors) _errors.Add(error);
    }
}
