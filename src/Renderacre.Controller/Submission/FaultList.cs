using Renderacre.Controller.Http;

namespace Renderacre.Controller.Submission;

/// <summary>Gathers everything that is wrong with a submission, up to a bound, so that one answer tells all.</summary>
internal sealed class FaultList
{
    private const int FaultsMax = 100;

    private readonly List<string> _faults = [];
    private long _more;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _faults.Count == 0;

    /// <summary>Adds a fault.</summary>
    /// <param name="field">The field, such as <c>tasks[3].name</c>; empty for the whole.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public void Add(string field, string message)
    {
        if (_faults.Count < FaultsMax)
            _faults.Add(field.Length == 0 ? message : $"{field}: {message}");
        else
            _more++;
    }

    /// <summary>Refuses the submission where anything is wrong.</summary>
    /// <param name="what">What is refused, such as <c>query</c>.</param>
    /// <exception cref="RefusedException">400 with all faults.</exception>
    public void ThrowIfAny(string what = "submission")
    {
        if (_faults.Count == 0)
            return;
        if (_more > 0)
            _faults.Add($"and {_more} more");
        throw new RefusedException(StatusCodes.Status400BadRequest,
            $"invalid {what}: {string.Join("; ", _faults)}", _faults.Count > 1 ? _faults : null);
    }
}
