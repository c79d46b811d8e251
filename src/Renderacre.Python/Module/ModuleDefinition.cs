using System.Runtime.InteropServices;
using System.Text;

namespace Renderacre.Python.Module;

/// <summary>
/// What Python reads of a module: its name and functions, laid out in memory as its C headers do. Made once and never
/// freed, as Python keeps pointers into it.
/// </summary>
internal static unsafe class ModuleDefinition
{
    private const int WordsOfDefinition = 13;
    private const int ReferenceCountWord = 0;
    private const int NameWord = 5;
    private const int DocumentationWord = 6;
    private const int SizeWord = 7;
    private const int MethodsWord = 8;
    private const nint NoState = -1;
    private const int TakesTuple = 1;

    /// <summary>Lays out a definition.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="documentation">What it is, in a sentence.</param>
    /// <param name="functions">Its functions: the name, and the address of what takes (self, tuple).</param>
    /// <returns>The address of the PyModuleDef.</returns>
    public static nint Create(
        string name, string documentation, IReadOnlyList<(string Name, nint Address)> functions)
    {
        var words = (nint*)NativeMemory.AllocZeroed(WordsOfDefinition, (nuint)sizeof(nint));
        words[ReferenceCountWord] = 1;
        words[NameWord] = Text(name);
        words[DocumentationWord] = Text(documentation);
        words[SizeWord] = NoState;
        words[MethodsWord] = (nint)Methods(functions);
        return (nint)words;
    }

    private static Method* Methods(IReadOnlyList<(string Name, nint Address)> functions)
    {
        // One more of zeros ends the list.
        var methods = (Method*)NativeMemory.AllocZeroed((nuint)functions.Count + 1, (nuint)sizeof(Method));
        for (var i = 0; i < functions.Count; i++)
        {
            var (name, address) = functions[i];
            methods[i] = new Method { Name = Text(name), Address = address, Flags = TakesTuple };
        }

        return methods;
    }

    private static nint Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var memory = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(memory, bytes.Length));
        return (nint)memory;
    }

    /// <summary>PyMethodDef.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Method
    {
        public nint Name;
        public nint Address;
        public int Flags;
        public nint Documentation;
    }
}
