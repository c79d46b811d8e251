using System.Text.Json;
using Renderacre.Client;
using Renderacre.Python.Farms;
using Renderacre.Python.Interop;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Errors;

/// <summary>Turns what was thrown here into the Python error that a caller sees.</summary>
internal static unsafe class PythonErrors
{
    /// <summary>Sets the error of a failure; never throws.</summary>
    public static void Set(Exception failure)
    {
        try
        {
            Raise(failure);
        }
        catch (PythonErrorException)
        {
            // The error could not be made, such as for lack of memory: Python has set one that says so.
        }
    }

    private static void Raise(Exception failure)
    {
        switch (failure)
        {
            case PythonErrorException:
                break;
            case FarmException refusal:
                RaiseOwn("FarmError"u8, Arguments(refusal));
                break;
            case FarmUnreachableException:
                RaiseOwn("FarmUnreachableError"u8, TupleObject.From(TextObject.From(failure.Message)));
                break;
            case TemplateFaultsException template:
                RaiseOwn("TemplateError"u8, TupleObject.From(FaultList.From(template.Faults)));
                break;
            default:
                RaiseBuiltIn(TypeOf(failure), MessageOf(failure));
                break;
        }
    }

    private static nint TypeOf(Exception failure) => failure switch
    {
        ArgumentTypeException => PythonApi.TypeError,
        ArgumentValueException or JsonException => PythonApi.ValueError,
        OutOfMemoryException => PythonApi.MemoryError,
        IOException or UnauthorizedAccessException => PythonApi.OsError,
        _ => PythonApi.RuntimeError,
    };

    // What is not foreseen is a fault of this module: its name and place help whoever mends it.
    private static string MessageOf(Exception failure) => failure
        is ArgumentTypeException or ArgumentValueException or IOException or UnauthorizedAccessException
        or OutOfMemoryException or UnusableAddressException or OperationCanceledException or ObjectDisposedException
        or JsonException
        ? failure.Message
        : $"renderacre failed inside: {failure}";

    private static void RaiseBuiltIn(nint type, string message)
    {
        using var text = Reference.Own(TextObject.From(message));
        PythonApi.SetError(type, text.Value);
    }

    private static nint Arguments(FarmException refusal)
    {
        using var errors = Reference.Own(PythonApi.ListNew(0));
        foreach (var error in refusal.Errors)
        {
            using var text = Reference.Own(TextObject.From(error));
            PythonStatus.Check(PythonApi.ListAppend(errors.Value, text.Value));
        }

        return TupleObject.From(
            TextObject.From(refusal.Message), NumberObject.From((long)refusal.Status), errors.PassOn());
    }

    /// <summary>Raises an exception of the package's own.</summary>
    /// <param name="name">The exception.</param>
    /// <param name="arguments">A tuple of what it is made with; the reference is taken over.</param>
    private static void RaiseOwn(ReadOnlySpan<byte> name, nint arguments)
    {
        using var owned = Reference.Own(arguments);
        fixed (byte* moduleName = "renderacre.errors"u8, typeName = name)
        {
            using var module = Reference.Own(PythonApi.ImportModule(moduleName));
            using var type = Reference.Own(PythonApi.GetAttribute(module.Value, typeName));
            using var error = Reference.Own(PythonApi.Call(type.Value, owned.Value));
            PythonApi.SetError(type.Value, error.Value);
        }
    }
}
