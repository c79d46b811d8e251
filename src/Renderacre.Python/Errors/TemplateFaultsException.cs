using OpenJd.Model.Validation;

namespace Renderacre.Python.Errors;

/// <summary>A template, or what was given with it, makes no job: TemplateError in Python.</summary>
/// <param name="faults">All that is wrong, at least one.</param>
internal sealed class TemplateFaultsException(IReadOnlyList<ValidationError> faults) : Exception("faulty template")
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<ValidationError> Faults { get; } = faults;
}
