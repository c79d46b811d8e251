using Renderacre.Python.Errors;

namespace Renderacre.Python.Module;

/// <summary>
/// The edge between Python and this module. Nothing may be thrown across it, since that ends the host application:
/// every function that Python calls goes through here.
/// </summary>
internal static class Entry
{
    /// <summary>Runs a function.</summary>
    /// <param name="arguments">What it was called with.</param>
    /// <param name="function">What it does; gives an object that the caller will own.</param>
    /// <returns>The object, or 0 with a Python error set.</returns>
    public static nint Run(Arguments arguments, Func<Arguments, nint> function)
    {
        try
        {
            return function(arguments.Checked());
        }
        catch (Exception failure)
        {
            PythonErrors.Set(failure);
            return 0;
        }
    }
}
