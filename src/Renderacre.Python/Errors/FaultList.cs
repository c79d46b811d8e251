using OpenJd.Model.Validation;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Errors;

/// <summary>Faults of templates as Python objects.</summary>
internal static unsafe class FaultList
{
    /// <summary>Makes a list with a tuple for each fault: path, line, column, message.</summary>
    /// <returns>The list; owned by the caller.</returns>
    public static nint From(IReadOnlyList<ValidationError> faults)
    {
        using var list = Reference.Own(PythonApi.ListNew(0));
        foreach (var fault in faults)
        {
            using var item = Reference.Own(TupleObject.From(
                TextObject.From(fault.Path), NumberObject.From((long)fault.Line), NumberObject.From((long)fault.Column),
                TextObject.From(fault.Message)));
            PythonStatus.Check(PythonApi.ListAppend(list.Value, item.Value));
        }

        return list.PassOn();
    }
}
